import type { DatedTitle, Person } from '#contract'

/**
 * The titles that somebody holds on a day (`YYYY-MM-DD`, a time behind it does not matter). A year or month as bound covers all of it.
 * Without a day, those that have not ended.
 */
export function titlesAt(person: Pick<Person, 'titles'>, day: string | null): DatedTitle[] {
  if (day === null) return person.titles.filter(({ to }) => to === null)
  const date = day.slice(0, 10)
  return person.titles.filter(
    ({ from, to }) =>
      (from === null || date.slice(0, from.length) >= from) && (to === null || date.slice(0, to.length) <= to),
  )
}
