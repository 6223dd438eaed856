import type { KeyboardEvent, RefObject } from 'react'
import { useState } from 'react'
import type { SavedSearch, Settings, StoryId } from '#contract'
import type { SheetHandle } from '../contact-sheet/ContactSheet.js'
import { ContactSheet } from '../contact-sheet/ContactSheet.js'
import { NothingListed, SheetFailed } from '../contact-sheet/SheetBlank.js'
import { PhotoTable } from '../contact-sheet/PhotoTable.js'
import { SheetSkeleton } from '../contact-sheet/SheetSkeleton.js'
import { SheetStatus } from '../contact-sheet/SheetStatus.js'
import { SheetToolbar } from '../contact-sheet/SheetToolbar.js'
import { usePhotoAt } from '../contact-sheet/followed.js'
import type { PhotoList } from '../contact-sheet/usePhotoList.js'
import { CullingMenu } from '../culling/CullingMenu.js'
import { useCulling } from '../culling/useCulling.js'
import { FilterPanel } from '../finding/FilterPanel.js'
import { isNarrowed, noNarrowing } from '../finding/filters.js'
import { FiltersToggle } from '../finding/FiltersToggle.js'
import { FoundBar } from '../finding/FoundBar.js'
import { Overview } from '../finding/Overview.js'
import { SavedSearches } from '../finding/SavedSearches.js'
import { SearchBox } from '../finding/SearchBox.js'
import { useDayGroups } from '../finding/useDayGroups.js'
import { useFacets } from '../finding/useFacets.js'
import type { Finding } from '../finding/useFinding.js'
import { useQueryProblems } from '../finding/useQueryProblems.js'
import { currentSearch, useSavedSearches } from '../finding/useSavedSearches.js'
import { useStoryGroups } from '../finding/useStoryGroups.js'
import { useSheetTime } from '../finding/useSheetTime.js'
import { ViewChoice } from '../finding/ViewChoice.js'
import { EmptyArchive } from '../first-run/EmptyArchive.js'
import { Loupe } from '../loupe/Loupe.js'
import type { SelectionControl } from '../selection/useSelection.js'
import type { ChangeSettings } from '../settings/useSettings.js'
import { AddToStoryMenu } from '../story/AddToStoryMenu.js'
import { useRemoving } from '../trash/useRemoving.js'
import styles from './Workbench.module.css'

interface PhotoScreenProps {
  readonly list: PhotoList
  readonly finding: Finding
  /** Whether the listing is of photos that lack something. */
  readonly listsLacking: boolean
  readonly control: SelectionControl
  readonly readOnly: boolean
  readonly settings: Settings
  readonly onSettings: ChangeSettings
  readonly searchBox: RefObject<HTMLInputElement | null>
  readonly sheet: RefObject<SheetHandle | null>
  readonly onShowAll: () => void
  readonly onOpenStory: (id: StoryId) => void
  readonly onImportFiles: () => void
  readonly onImportFolder: () => void
  readonly onImportSample: () => void
}

/** Values counted of each filter: at first, when more are wanted, and while none are shown. */
const counted = { first: 30, more: 500, hidden: 1 }

/** A listing of photos: toolbar, filters, contact sheet or what stands in its place, the loupe over it, counts and size. */
export function PhotoScreen(props: PhotoScreenProps) {
  const { list, finding, listsLacking, control, readOnly, settings, onSettings, searchBox, sheet } = props
  const { text, narrowing, query } = finding
  const [loupe, setLoupe] = useState(false)
  const [wantsMore, setWantsMore] = useState(false)
  const { total, error } = list
  const size = settings.thumbnailSize
  const { filterPanel, view } = settings
  const wanted = wantsMore || view === 'overview' ? counted.more : filterPanel ? counted.first : counted.hidden
  const facets = useFacets(query, wanted)
  const { groups: days, onLook } = useDayGroups(query, facets, total, view === 'day')
  const stories = useStoryGroups(query, total, view === 'story')
  const groups = view === 'story' ? stories : days
  const { timeAt, years } = useSheetTime(query, facets)
  const problems = useQueryProblems(text)
  const saved = useSavedSearches()
  const narrowed = isNarrowed(narrowing)
  const plain = query.text === '' && query.missing === null && !narrowed && (query.collection ?? null) === null
  const looked = usePhotoAt(list, control.focusAt)
  // In the large view, the photo that is seen is meant.
  const culled = loupe ? (looked === undefined ? [] : [looked.id]) : control.selection.ids
  const culling = useCulling({
    looked,
    ids: culled,
    readOnly,
    advance: settings.cullAdvance,
    onNext: () => control.step(1),
  })
  const removing = useRemoving({ ids: culled, collection: finding.collection, readOnly })
  const onKeyDown = (event: KeyboardEvent) => {
    culling.onKeyDown(event)
    // In the large view, Delete belongs to the boxes of people.
    if (!loupe) removing(event)
  }
  const closeLoupe = () => {
    setLoupe(false)
    sheet.current?.focus()
  }
  const openSaved = (search: SavedSearch) => {
    if (listsLacking) props.onShowAll()
    finding.open(search)
  }
  const clearFilters = () => finding.setNarrowing(noNarrowing)
  return (
    <>
      <SheetToolbar
        search={
          <SearchBox
            text={text}
            onText={finding.setText}
            onLeave={() => sheet.current?.focus()}
            problems={problems}
            recent={finding.recent}
            onSearched={finding.searched}
            saved={saved}
            onSaved={openSaved}
            inputRef={searchBox}
          />
        }
        hasWords={query.text.trim() !== ''}
        sort={query.sort}
        onSort={finding.setSort}
        view={<ViewChoice view={view} onView={(next) => onSettings({ view: next })} />}
      >
        <FiltersToggle isOn={filterPanel} onToggle={() => onSettings({ filterPanel: !filterPanel })} />
        <AddToStoryMenu photoIds={control.selection.ids} disabled={readOnly} onCreated={props.onOpenStory} />
        <CullingMenu
          disabled={readOnly || culled.length === 0}
          advance={settings.cullAdvance}
          onAdvance={(cullAdvance) => onSettings({ cullAdvance })}
          onChange={culling.change}
        />
      </SheetToolbar>
      <FoundBar
        list={list}
        query={query}
        facets={facets}
        problems={problems}
        narrowing={narrowing}
        onNarrow={finding.setNarrowing}
        readOnly={readOnly}
      />
      <div className={styles.beside}>
        {filterPanel && (
          <FilterPanel
            facets={facets}
            query={query}
            narrowing={narrowing}
            onNarrow={finding.setNarrowing}
            listsLacking={listsLacking}
            open={settings.openFilters}
            onOpen={(openFilters) => onSettings({ openFilters })}
            onWantMore={() => setWantsMore(true)}
          >
            <SavedSearches
              searches={saved}
              current={currentSearch(saved, query)}
              readOnly={readOnly}
              onOpen={openSaved}
            />
          </FilterPanel>
        )}
        <div className={styles.stage} onKeyDown={onKeyDown}>
          {total === null ? (
            error === null ? (
              <SheetSkeleton size={size} />
            ) : (
              <SheetFailed error={error} onRetry={list.reload} />
            )
          ) : total > 0 ? (
            view === 'overview' ? (
              <Overview
                facets={facets}
                query={query}
                narrowing={narrowing}
                onNarrow={finding.setNarrowing}
                onShow={() => onSettings({ view: 'grid' })}
              />
            ) : view === 'list' ? (
              <PhotoTable
                list={list}
                control={control}
                text={query.text}
                sort={query.sort}
                backwards={settings.backwards}
                onSort={(sort, backwards) => {
                  finding.setSort(sort)
                  onSettings({ backwards })
                }}
                onOpen={() => setLoupe(true)}
                ref={sheet}
              />
            ) : (
              <ContactSheet
                list={list}
                control={control}
                size={size}
                text={query.text}
                groups={groups}
                onLook={onLook}
                timeAt={timeAt}
                years={years}
                onOpen={() => setLoupe(true)}
                ref={sheet}
              />
            )
          ) : plain ? (
            <EmptyArchive
              readOnly={readOnly}
              onImportFiles={props.onImportFiles}
              onImportFolder={props.onImportFolder}
              onImportSample={props.onImportSample}
            />
          ) : (
            <NothingListed
              query={query}
              isNarrowed={narrowed}
              onClearFilters={clearFilters}
              onClearSearch={() => finding.setText('')}
              onShowAll={props.onShowAll}
            />
          )}
          {loupe && total !== null && total > 0 && (
            <Loupe
              list={list}
              control={control}
              readOnly={readOnly}
              settings={settings}
              onSettings={onSettings}
              onClose={closeLoupe}
            />
          )}
        </div>
      </div>
      <SheetStatus
        total={total}
        selected={control.selection.ids.length}
        size={size}
        onSize={(thumbnailSize) => onSettings({ thumbnailSize })}
      />
    </>
  )
}
