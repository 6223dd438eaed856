import type { Facets, PhotoQuery, QueryProblem } from '#contract'
import type { PhotoList } from '../contact-sheet/usePhotoList.js'
import { ActiveFilters } from './ActiveFilters.js'
import { ExportListButton } from './ExportListButton.js'
import type { Narrowing } from './filters.js'
import { isNarrowed } from './filters.js'
import styles from './FoundBar.module.css'
import { QueryProblems } from './QueryProblems.js'
import { SaveSearchButton } from './SaveSearchButton.js'

interface FoundBarProps {
  readonly list: PhotoList
  readonly query: Partial<PhotoQuery>
  readonly facets: Facets | null
  readonly problems: readonly QueryProblem[]
  readonly narrowing: Narrowing
  readonly onNarrow: (narrowing: Narrowing) => void
  readonly readOnly: boolean
}

/** Above the sheet of a search: what was not understood, what narrows it, and what can be done with all that was found. */
export function FoundBar({ list, query, facets, problems, narrowing, onNarrow, readOnly }: FoundBarProps) {
  if ((query.text ?? '') === '' && !isNarrowed(narrowing)) return null
  return (
    <div className={styles.bar} data-testid="found-bar">
      <div className={styles.left}>
        {problems.length > 0 && <QueryProblems problems={problems} />}
        <ActiveFilters facets={facets} narrowing={narrowing} onNarrow={onNarrow} />
      </div>
      <div className={styles.right}>
        <SaveSearchButton query={query} isDisabled={readOnly} />
        <ExportListButton list={list} />
      </div>
    </div>
  )
}
