/** GBK as the encoding of old Chinese web pages; Node decodes it, encoding needs the way back. */

const decoder = new TextDecoder('gbk')
let codes: Map<string, number> | null = null

function encoding(): Map<string, number> {
  if (codes !== null) return codes
  codes = new Map()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decodeGbk([lead, trail])
      if (Array.from(character).length === 1 && character !== '\ufffd') codes.set(character, lead * 256 + trail)
    }
  }
  return codes
}

/** Both bytes of a character outside ASCII; null where GBK has none. */
export function encodeGbk(character: string): [number, number] | null {
  const code = encoding().get(character)
  return code === undefined ? null : [code >> 8, code & 0xff]
}

export function decodeGbk(bytes: readonly number[]): string {
  return decoder.decode(new Uint8Array(bytes))
}
