import {
  type PhotoWorklist,
  photoWorklists,
  PhotoQuery,
  type SpellingGroup,
  type SpellingList,
  spellingLists,
} from '#contract'
import { spellingGroups } from '../captions/spellings/spelling-groups.js'
import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'
import type { Session } from './session.js'

/** Values of one kind that are compared; the rarest of more are left out. */
const mostValues = 100_000
/** A caption beyond is over-long where the desk has not said. */
const standardLongest = 200

/** What an editor works through: lists of photos, and of values written in several ways. */
export function worklistCommands(context: Context): HandlersOf<'worklists.counts' | 'worklists.spellings'> {
  // Derived from counts of values alone; kept until any of these changes.
  const known = new Map<SpellingList, { key: string; groups: SpellingGroup[] }>()
  const groupsOf = async (session: Session, list: SpellingList): Promise<SpellingGroup[]> => {
    const found = await (await session.index()).values(list, '', mostValues)
    const values = found.map(({ value, count }) => ({ value, count }))
    const key = session.archive.id + values.map(({ value, count }) => `${value}\t${count}`).join('\n')
    const kept = known.get(list)
    const groups = kept?.key === key ? kept.groups : spellingGroups(list, values)
    known.set(list, { key, groups })
    const distinct = session.archive.desk().flatMap((each) => (each.kind === 'distinct' ? [new Set(each.values)] : []))
    return groups.filter(({ spellings }) => !distinct.some((set) => spellings.every(({ value }) => set.has(value))))
  }
  return {
    'worklists.counts': async () => {
      const session = context.session()
      const index = await session.index()
      const longest = session.archive.desk().find((record) => record.kind === 'checks')?.longest ?? standardLongest
      const photos = []
      for (const list of photoWorklists) {
        const query = queryOf(list, longest)
        const { total } = await index.ids(PhotoQuery.parse({ text: query }), { offset: 0, limit: 1 })
        photos.push({ list, query, count: total })
      }
      const spellings = []
      for (const list of spellingLists) spellings.push({ list, count: (await groupsOf(session, list)).length })
      return { photos, spellings }
    },
    'worklists.spellings': async ({ list, limit }) => {
      const groups = await groupsOf(context.session(), list)
      return { groups: groups.slice(0, limit), more: Math.max(0, groups.length - limit) }
    },
  }
}

/** The query that lists them, as somebody would type it. */
function queryOf(list: PhotoWorklist, longest: number): string {
  switch (list) {
    case 'long':
      return `length:>${longest}`
    case 'expiring':
    case 'expired':
      return `is:${list}`
    default:
      return `missing:${list}`
  }
}
