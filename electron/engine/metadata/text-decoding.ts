import type { IimEncoding } from '#contract'

/** Windows-1252 from 0x80 on; the five bytes it leaves open stay control characters. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** A text, and whether its last character was cut in half, which is left out then. What is not valid becomes U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: IimEncoding): { text: string; isCut: boolean } {
  const whole = strictly(encoding, bytes)
  if (whole !== null) return { text: whole, isCut: false }
  try {
    // A decoder that waits for more does not mind an unfinished character.
    const begun = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
    return { text: begun, isCut: true }
  } catch {
    return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), isCut: false }
  }
}

/** null where the bytes are not valid in this encoding. */
export function strictly(encoding: IimEncoding, bytes: Uint8Array): string | null {
  // Node's decoder of this name leaves 0x80 to 0x9F as they are (Node.js issue 56542).
  if (encoding === 'windows-1252') {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (control) => windows1252.charAt(control.charCodeAt(0) - 0x80))
  }
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
