import type { KeyboardEvent, RefObject } from 'react'
import { useState } from 'react'
import type { Settings, StoryId } from '#contract'
import type { SheetHandle } from '../contact-sheet/ContactSheet.js'
import { ContactSheet } from '../contact-sheet/ContactSheet.js'
import { NothingListed, SheetFailed } from '../contact-sheet/SheetBlank.js'
import { SheetSkeleton } from '../contact-sheet/SheetSkeleton.js'
import { SheetStatus } from '../contact-sheet/SheetStatus.js'
import { SheetToolbar } from '../contact-sheet/SheetToolbar.js'
import type { ListQuery, PhotoList } from '../contact-sheet/usePhotoList.js'
import { CullingMenu } from '../culling/CullingMenu.js'
import { useCulling } from '../culling/useCulling.js'
import { EmptyArchive } from '../first-run/EmptyArchive.js'
import { Loupe } from '../loupe/Loupe.js'
import type { SelectionControl } from '../selection/useSelection.js'
import type { ChangeSettings } from '../settings/useSettings.js'
import { AddToStoryMenu } from '../story/AddToStoryMenu.js'
import { useRemoving } from '../trash/useRemoving.js'
import styles from './Workbench.module.css'

interface PhotoScreenProps {
  readonly list: PhotoList
  readonly query: ListQuery
  readonly control: SelectionControl
  readonly readOnly: boolean
  readonly settings: Settings
  readonly onSettings: ChangeSettings
  /** The search as it is being typed. */
  readonly text: string
  readonly onText: (text: string) => void
  readonly searchBox: RefObject<HTMLInputElement | null>
  readonly sheet: RefObject<SheetHandle | null>
  readonly onShowAll: () => void
  readonly onOpenStory: (id: StoryId) => void
  readonly onImportFiles: () => void
  readonly onImportFolder: () => void
  readonly onImportSample: () => void
}

/** A listing of photos: toolbar, contact sheet or what stands in its place, the loupe over it, counts and size. */
export function PhotoScreen(props: PhotoScreenProps) {
  const { list, query, control, readOnly, settings, onSettings, text, onText, searchBox, sheet } = props
  const [loupe, setLoupe] = useState(false)
  const { total, error } = list
  const size = settings.thumbnailSize
  const plain = query.text === '' && query.missing === null && (query.collection ?? null) === null
  const looked = control.focusAt === null ? undefined : list.photoAt(control.focusAt)
  // In the large view, the photo that is seen is meant.
  const culled = loupe ? (looked === undefined ? [] : [looked.id]) : control.selection.ids
  const culling = useCulling({
    looked,
    ids: culled,
    readOnly,
    advance: settings.cullAdvance,
    onNext: () => control.step(1),
  })
  const removing = useRemoving({ ids: culled, collection: query.collection ?? null, readOnly })
  const onKeyDown = (event: KeyboardEvent) => {
    culling.onKeyDown(event)
    // In the large view, Delete belongs to the boxes of people.
    if (!loupe) removing(event)
  }
  const closeLoupe = () => {
    setLoupe(false)
    sheet.current?.focus()
  }
  return (
    <>
      <SheetToolbar
        text={text}
        onText={onText}
        onLeaveSearch={() => sheet.current?.focus()}
        searchBox={searchBox}
        sort={settings.sort}
        onSort={(sort) => onSettings({ sort })}
      >
        <AddToStoryMenu photoIds={control.selection.ids} disabled={readOnly} onCreated={props.onOpenStory} />
        <CullingMenu
          disabled={readOnly || culled.length === 0}
          advance={settings.cullAdvance}
          onAdvance={(cullAdvance) => onSettings({ cullAdvance })}
          onChange={culling.change}
        />
      </SheetToolbar>
      <div className={styles.stage} onKeyDown={onKeyDown}>
        {total === null ? (
          error === null ? (
            <SheetSkeleton size={size} />
          ) : (
            <SheetFailed error={error} onRetry={list.reload} />
          )
        ) : total > 0 ? (
          <ContactSheet list={list} control={control} size={size} onOpen={() => setLoupe(true)} ref={sheet} />
        ) : plain ? (
          <EmptyArchive
            readOnly={readOnly}
            onImportFiles={props.onImportFiles}
            onImportFolder={props.onImportFolder}
            onImportSample={props.onImportSample}
          />
        ) : (
          <NothingListed query={query} onClearSearch={() => onText('')} onShowAll={props.onShowAll} />
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
      <SheetStatus
        total={total}
        selected={control.selection.ids.length}
        size={size}
        onSize={(thumbnailSize) => onSettings({ thumbnailSize })}
      />
    </>
  )
}
