/** Roles as an English paper prints them, by their folded (simplified) Chinese form; longer ones first. */
export const englishRoles: readonly (readonly [chinese: string, english: string])[] = [
  ['本报通讯员', 'our correspondent'],
  ['本报实习生', 'our intern'],
  ['本报记者', 'staff reporter'],
  ['全媒体记者', 'multimedia reporter'],
  ['特约记者', 'special reporter'],
  ['通讯员', 'correspondent'],
  ['实习生', 'intern'],
  ['受访者', 'interviewee'],
  ['摄影师', 'photographer'],
  ['记者', 'reporter'],
  ['读者', 'reader'],
  ['网友', 'internet user'],
  ['市民', 'resident'],
  ['民众', 'member of the public'],
  ['警方', 'police'],
  ['主办方', 'organiser'],
]

export const englishRole = `(?:${englishRoles.map(([, english]) => english).join('|')})`

/** The English word for a folded Chinese role, or the role itself where none is known. */
export function toEnglishRole(folded: string): string {
  return englishRoles.find(([chinese]) => chinese === folded)?.[1] ?? folded
}
