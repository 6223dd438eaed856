import type { DeskRecord, Fact, Person, WordingChange } from '#contract'

/** A record whose wordings texts are linked to. */
export type LinkedRecord = Person | Fact

export function isLinked(record: DeskRecord): record is LinkedRecord {
  return record.kind === 'person' || record.kind === 'fact'
}

/** Every wording by which texts use a record: its names and, for a person, each title with each name. */
export function wordingsOf(record: LinkedRecord): string[] {
  const names = namesOf(record)
  const titled = titlesOf(record).flatMap((title) => names.flatMap((name) => titledForms(title, name)))
  return [...new Set([...names, ...titled])]
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

function namesOf({ name, otherNames }: LinkedRecord): string[] {
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
