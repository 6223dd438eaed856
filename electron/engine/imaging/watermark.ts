import sharp, { type Sharp } from 'sharp'

/** Of the picture's shorter side. */
const letterShare = 0.028
const fonts =
  "'Noto Sans CJK TC', 'Noto Sans TC', 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"

/**
 * A picture of `size` pixels with a line of text in its lower right corner: white with a dark edge, which is read on any ground. A text
 * that would be wider than the picture is made smaller; a picture too small for letters stays as it is.
 */
export async function watermarked(
  image: Sharp,
  text: string,
  { width, height }: { width: number; height: number },
): Promise<Sharp> {
  const margin = Math.round(Math.min(width, height) * 0.02)
  const room = width - 2 * margin
  const em = (character: string) => ((character.codePointAt(0) ?? 0) < 0x2e80 ? 0.6 : 1)
  const length = Array.from(text).reduce((sum, character) => sum + em(character), 0)
  const size = Math.floor(Math.min(Math.max(10, Math.min(width, height) * letterShare), room / Math.max(1, length)))
  if (size < 6) return image
  const [boxWidth, boxHeight] = [Math.min(width, Math.ceil(length * size) + 2 * margin), Math.min(height, 2 * size)]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${boxWidth}" height="${boxHeight}">
<text x="${boxWidth - margin}" y="${Math.round(boxHeight * 0.62)}" text-anchor="end" font-family="${fonts}" font-size="${size}"
 fill="#fff" fill-opacity=".92" stroke="#000" stroke-opacity=".55" stroke-width="${size / 9}" paint-order="stroke">${escaped(text)}</text></svg>`
  const mark = await sharp(Buffer.from(svg)).png().toBuffer()
  return image.composite([{ input: mark, gravity: 'southeast' }])
}

function escaped(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const plain = text.replace(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/gu, ' ')
  return plain.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
