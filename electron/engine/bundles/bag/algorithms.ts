/** Checksum algorithms that manifests may use (RFC 8493, 2.4), the strongest first. */
export const algorithms = ['sha512', 'sha256', 'sha1', 'md5'] as const
export type Algorithm = (typeof algorithms)[number]

/** Hexadecimal digits of a checksum. */
export const checksumLength: Readonly<Record<Algorithm, number>> = { sha512: 128, sha256: 64, sha1: 40, md5: 32 }

/** The algorithm that a manifest's name gives: `manifest-sha256.txt`; names are compared without case or hyphens. */
export function algorithmNamed(name: string): Algorithm | null {
  const plain = name.toLowerCase().replaceAll('-', '')
  return algorithms.find((algorithm) => algorithm === plain) ?? null
}
