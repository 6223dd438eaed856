import type { Destination } from '#contract'

/** HTTP sends one file at a time. */
export function takesZipAlone({ protocol }: Destination): boolean {
  return protocol === 'put' || protocol === 'form'
}
