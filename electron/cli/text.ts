/** Characters that take two columns on a terminal: Chinese, Japanese, Korean, full-width forms, emoji. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]/u
/** What would move the cursor, change colours or reverse the line, were it printed as it stands in a file name or caption. */
const control = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/** Text from files and people as one harmless line. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(control, '\ufffd')
}

/** Text from files and people with its own lines, each after an indent. */
export function indented(text: string, indent: string): string {
  return text
    .split('\n')
    .map((line) => `${indent}${oneLine(line)}`)
    .join('\n')
}

/** The beginning of a line that fits into so many columns. */
export function cut(line: string, columns: number): string {
  let used = 0
  let kept = ''
  for (const character of line) {
    const width = wide.test(character) ? 2 : 1
    if (used + width > columns) return kept
    used += width
    kept += character
  }
  return kept
}

/** `1 photo`, `2 photos`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
