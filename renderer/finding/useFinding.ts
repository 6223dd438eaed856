import { useCallback, useMemo, useState } from 'react'
import type { SavedSearch, Settings } from '#contract'
import { usePause } from '../contact-sheet/usePause.js'
import type { ListQuery } from '../contact-sheet/usePhotoList.js'
import type { ChangeSettings } from '../settings/useSettings.js'
import type { Narrowing } from './filters.js'
import { isNarrowed, noNarrowing } from './filters.js'
import { withSearch } from './recent-searches.js'

/** What is looked for: words, filters, order. */
export interface Finding {
  /** The search as it is being typed. */
  readonly text: string
  readonly setText: (text: string) => void
  readonly narrowing: Narrowing
  readonly setNarrowing: (narrowing: Narrowing) => void
  /** The collection that it is looked for in. */
  readonly collection: string | null
  /** The listing that comes of it; another object only when something of it has changed. */
  readonly query: ListQuery
  readonly setSort: (sort: Settings['sort']) => void
  readonly open: (search: SavedSearch) => void
  readonly recent: readonly string[]
  /** This search was meant, not only passed while typing. */
  readonly searched: (text: string) => void
}

interface Where {
  readonly archiveId: string
  /** What the listing that stands open lacks. */
  readonly missing: ListQuery['missing']
  /** The collection that stands open. */
  readonly collection: string | null
  readonly settings: Settings
  readonly onSettings: ChangeSettings
}

/** What is looked for in an archive. Words have an order of their own, as relevance is one of theirs alone. */
export function useFinding({ archiveId, missing, collection, settings, onSettings }: Where): Finding {
  const [text, setText] = useState('')
  const [narrowing, setNarrowing] = useState<Narrowing>(noNarrowing)
  const words = usePause(text, 150)
  const { sort, sortFound, view, recentSearches } = settings
  const hasWords = words.trim() !== ''
  const chosen = hasWords ? sortFound : sort
  // Days follow each other in an order of time alone, and stories in one of their own.
  const order = view === 'day' && chosen !== 'imported' ? 'taken' : view === 'story' ? 'story' : chosen
  const { filters, lacking } = narrowing
  const lacks = missing ?? lacking
  const narrowed = hasWords || isNarrowed(narrowing)
  const query = useMemo((): ListQuery => {
    if (collection === null) return { text: words, filters, missing: lacks, sort: order }
    // A collection has an order of its own until something is looked for in it.
    const within = { ...filters, collection: [collection] }
    return { text: words, filters: within, missing: lacks, sort: order, collection: narrowed ? null : collection }
  }, [words, filters, lacks, order, collection, narrowed])
  const recent = recentSearches[archiveId] ?? []
  const searched = useCallback(
    (search: string) => {
      const before = recentSearches[archiveId] ?? []
      const after = withSearch(before, search)
      if (after.join('\n') !== before.join('\n')) {
        onSettings({ recentSearches: { ...recentSearches, [archiveId]: after } })
      }
    },
    [archiveId, recentSearches, onSettings],
  )
  return {
    text,
    setText,
    narrowing,
    setNarrowing,
    collection,
    query,
    setSort: (next) => onSettings(hasWords ? { sortFound: next } : { sort: next === 'relevance' ? 'imported' : next }),
    open: ({ query: saved }) => {
      setText(saved.text)
      setNarrowing({ filters: saved.filters, lacking: saved.missing === 'original' ? null : saved.missing })
      onSettings(saved.text === '' ? { sort: saved.sort } : { sortFound: saved.sort })
    },
    recent,
    searched,
  }
}
