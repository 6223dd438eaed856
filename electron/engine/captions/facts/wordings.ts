import type { DeskRecord, Fact, Person, WordingChange } from '#contract'

/** A record whose wordings texts are linked to. */
export type LinkedRecord = Person | Fact

export function isLinked(record: DeskRecord): record is LinkedRecord {
  return record.kind === 'person' || record.kind === 'fact'
}

/** Every wording by which texts use a record: its names and, for a person, each title with each name. */
export function wordingsOf(record: LinkedRecord): ReadonlySet<string> {
  const known = ofRecord.get(record)
  if (known !== undefined) return known
  const names = namesOf(record)
  const wordings = new Set([...names, ...names.flatMap((name) => titledWordings(record, name))])
  ofRecord.set(record, wordings)
  return wordings
}

/** A record that is looked at again and again is read once. */
const ofRecord = new WeakMap<LinkedRecord, ReadonlySet<string>>()

/** One of a record's names with each of its titles. */
export function titledWordings(record: LinkedRecord, name: string): string[] {
  return titlesOf(record).flatMap((title) => titledForms(title, name))
}

/**
 * What has to be corrected in texts after a record was changed: each wording that it no longer has, or that is no longer its name,
 * with the one in its place. What was only added or only taken away changes no text.
 */
export function changesBetween(before: LinkedRecord, after: LinkedRecord): WordingChange[] {
  const names = [
    { before: before.name, after: after.name },
    ...paired(before.otherNames, after.otherNames, (name) => name),
  ]
  const titles = paired(titlesOf(before), titlesOf(after), ({ organisation, title }) => `${organisation}\n${title}`)
  const changes = [
    ...names,
    ...titles.flatMap((title) =>
      names.flatMap((name) => {
        const forms = titledForms(title.after, name.after)
        return titledForms(title.before, name.before).map((form, at) => ({ before: form, after: forms[at] ?? form }))
      }),
    ),
  ].filter((change) => change.before !== change.after)
  return [...new Map(changes.map((change) => [change.before, change])).values()]
}

/**
 * What takes the place of wordings that texts still use and the record no longer has: its name, with the title that stood with the
 * older one. A wording of a name that it still has is left: nobody said what that title is now.
 */
export function changesOfOlder(record: LinkedRecord, wordings: Iterable<string>): WordingChange[] {
  const current = wordingsOf(record)
  const names = namesOf(record)
  // An event's older name may well hold its short one; only people's names stand with titles.
  const hasTitles = record.kind === 'person'
  return [...new Set(wordings)]
    .filter((wording) => !current.has(wording) && !(hasTitles && names.some((name) => wording.includes(name))))
    .map((before) => {
      const titles = titledWordings(record, slot)
        .map((form) => form.split(slot))
        .filter(([start = '', end = '']) => before.length > start.length + end.length)
        .filter(([start = '', end = '']) => before.startsWith(start) && before.endsWith(end))
        .sort((a, b) => b.join('').length - a.join('').length)
      const [start = '', end = ''] = titles[0] ?? []
      return { before, after: start + record.name + end }
    })
}

/** Stands for a Chinese name; no text holds it. */
const slot = '〇\0'

/** What a record is called, without titles. */
export function namesOf({ name, otherNames }: LinkedRecord): string[] {
  return [...new Set([name, ...otherNames])].filter((each) => each.trim() !== '')
}

type Title = Pick<Person['titles'][number], 'title' | 'organisation'>

function titlesOf(record: LinkedRecord): readonly Title[] {
  return record.kind === 'person' ? record.titles : []
}

/** How a caption says a title with a name, always as many forms in the same order: 平安社區書記吳坤, 書記吳坤, 吳坤書記. */
function titledForms({ title, organisation }: Title, name: string): string[] {
  return /\p{Script=Han}/u.test(name)
    ? [organisation + title + name, title + name, name + title]
    : [`${name}, ${title}${organisation === '' ? '' : `, ${organisation}`}`, `${name}, ${title}`, `${title} ${name}`]
}

/** What stayed, and what went with what came in its place, in their order. */
function paired<T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string): { before: T; after: T }[] {
  const [old, now] = [before.map(keyOf), after.map(keyOf)]
  const came = after.filter((item) => !old.includes(keyOf(item)))
  const stayed = before.filter((item) => now.includes(keyOf(item))).map((item) => ({ before: item, after: item }))
  const went = before.filter((item) => !now.includes(keyOf(item)))
  return [
    ...stayed,
    ...went.flatMap((item, at) => {
      const next = came[at]
      return next === undefined ? [] : [{ before: item, after: next }]
    }),
  ]
}
