/** What ExifTool takes IIM without a declared character set for; every byte has a character, so the bytes can be had back. */
const assumed = new TextDecoder('windows-1252')
const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [assumed.decode(Uint8Array.of(byte)), byte] as const))

/**
 * Text of an IIM block that declares no character set, read again from its bytes: as UTF-8 where they are valid UTF-8,
 * else as GB18030 where they are valid and read as Chinese, else as it was (Latin). `text` is the block read as Windows-1252.
 */
export function decodeUndeclared(text: string): string {
  if (/^\p{ASCII}*$/u.test(text)) return text
  const bytes = Array.from(text, (character) => byteOf.get(character))
  if (!bytes.every((byte) => byte !== undefined)) return text
  const block = Uint8Array.from(bytes)
  const chinese = strictly('gb18030', block)
  return strictly('utf-8', block) ?? (chinese !== null && isMostlyHan(chinese) ? chinese : text)
}

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Accented Latin letters taken for GB18030 give rare characters between plain letters; Chinese gives Han in rows. */
function isMostlyHan(text: string): boolean {
  const foreign = text.match(/\P{ASCII}/gu) ?? []
  const plausible = foreign.filter((character) => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef·—…“”‘’]/u.test(character))
  return plausible.length >= foreign.length * 0.8 && /\p{Script=Han}{2}/u.test(text)
}
