/**
 * Lists as one line of text. Creators are separated by 、 ; ；or ，; the Western comma and spaces belong to names
 * ("Smith, John"). Keywords are separated by the comma too.
 */
const separators = {
  creators: /[、;；，\n]/u,
  keywords: /[、;；，,\n]/u,
  people: /[、;；，\n]/u,
} as const

export type ListField = keyof typeof separators

/** The entries of the line: trimmed, without empty ones, each once. */
export function parseList(field: ListField, text: string): string[] {
  const entries = text.split(separators[field]).map((entry) => entry.replace(/\s+/gu, ' ').trim())
  return [...new Set(entries.filter((entry) => entry !== ''))]
}

/** The line that shows the entries: joined as Chinese does where one of them is Chinese. */
export function listText(entries: readonly string[]): string {
  return entries.join(/\p{Script=Han}/u.test(entries.join('')) ? '、' : '; ')
}
