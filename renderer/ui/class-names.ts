/** Joins class names, leaving out what is not there; the widgets' library takes no undefined ones. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
