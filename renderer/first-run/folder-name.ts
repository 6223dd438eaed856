/** The last part of a folder's path, on whichever system it lies. */
export function nameOfFolder(folder: string): string {
  return (
    folder
      .split(/[/\\]/)
      .filter((part) => part !== '')
      .at(-1) ?? folder
  )
}
