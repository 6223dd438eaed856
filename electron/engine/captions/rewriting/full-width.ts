const signs: Record<string, string> = { ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' }

const han = '[\\p{Script=Han}\\u3000-\\u303f\\uff01-\\uff5e”’“‘]'
const inner = new RegExp(`(?<=${han})[ ]?([,;:?!])(?=$|[ \\n]*${han}|[ \\n]*\\d)|(?<=\\d)([,;:?!])(?=${han})`, 'gu')
const stop = new RegExp(`(?<=\\p{Script=Han}[”’」』）)]?)\\.(?=$|\\s|${han})`, 'gu')

/**
 * Chinese punctuation in place of half-width signs that touch Chinese text: 他說,"好". becomes 他說，"好"。. Numbers (1,000;
 * 14:03), Latin words and addresses stay. The same text comes out when it is done again.
 */
export function toFullWidth(text: string): string {
  // A sign that has become Chinese makes its neighbour one.
  for (let before = text; ;) {
    const after = brackets(
      before
        .replace(
          inner,
          (_, touching: string | undefined, behind: string | undefined) => signs[touching ?? behind ?? ''] ?? '',
        )
        .replace(/(?<=[，；：？！])[ ]+(?=\p{Script=Han})/gu, '')
        .replace(stop, '。'),
    )
    if (after === before) return after
    before = after
  }
}

/** A pair of brackets is full width where it stands in Chinese text or holds some; the two are always alike. */
function brackets(text: string): string {
  return text.replace(
    /([(（])([^()（）\n]*)([)）])/gu,
    (pair, open: string, held: string, close: string, at: number) => {
      const before = text.charAt(at - 1)
      const isChinese =
        /\p{Script=Han}/u.test(held) || (/\p{Script=Han}/u.test(before) && !/^[\x20-\x7e]+$/u.test(held))
      const isMixed = (open === '（') !== (close === '）')
      return isChinese || isMixed ? `（${held}）` : pair
    },
  )
}
