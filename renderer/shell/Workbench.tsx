import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArchiveInfo, Settings, StoryId } from '#contract'
import { BundleDialog } from '../bundles/BundleDialog.js'
import { useOpenBundle } from '../bundles/useOpenBundle.js'
import { CaptionPane } from '../caption/CaptionPane.js'
import { CollectionTree } from '../collections/CollectionTree.js'
import { CorrectionsScreen } from '../corrections/CorrectionsScreen.js'
import { backwards } from '../contact-sheet/backwards.js'
import type { SheetHandle } from '../contact-sheet/ContactSheet.js'
import { usePhotoList } from '../contact-sheet/usePhotoList.js'
import { DeskDialog } from '../desk/DeskDialog.js'
import { ExportDialog } from '../export/ExportDialog.js'
import { noNarrowing } from '../finding/filters.js'
import { useFinding } from '../finding/useFinding.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { ImportDialog } from '../import/ImportDialog.js'
import { UnfinishedBanner } from '../import/UnfinishedBanner.js'
import { useImport } from '../import/useImport.js'
import { usePaste } from '../import/usePaste.js'
import { ArrivingPhotos } from '../import/ArrivingPhotos.js'
import { JobBar } from '../jobs/JobBar.js'
import { useSelection } from '../selection/useSelection.js'
import type { ChangeSettings } from '../settings/useSettings.js'
import { SidecarsBanner } from '../sidecars/SidecarsBanner.js'
import { useSidecarLook } from '../sidecars/useSidecarLook.js'
import { StoryList } from '../story/StoryList.js'
import { StoryScreen } from '../story/StoryScreen.js'
import { TrashScreen } from '../trash/TrashScreen.js'
import { TwinsScreen } from '../twins/TwinsScreen.js'
import { useNotices } from '../ui/notices.js'
import { useStable } from '../ui/useStable.js'
import { UsageScreen } from '../usage/UsageScreen.js'
import { useWorklistCounts } from '../worklists/useWorklists.js'
import { WorklistsScreen } from '../worklists/WorklistsScreen.js'
import { DropOverlay } from './DropOverlay.js'
import { PhotoScreen } from './PhotoScreen.js'
import type { Place } from './place.js'
import { allPhotos, isWide, storyOf } from './place.js'
import { IndexingBanner } from './IndexingBanner.js'
import { ReadOnlyBanner } from './ReadOnlyBanner.js'
import { RepairsBanner } from './RepairsBanner.js'
import { Sidebar } from './Sidebar.js'
import { useFailure } from './useFailure.js'
import { useFileDrop } from './useFileDrop.js'
import { useMenu } from './useMenu.js'
import { useUndo } from './useUndo.js'
import { useUndoKeys } from './useUndoKeys.js'
import styles from './Workbench.module.css'

interface WorkbenchProps {
  readonly archive: ArchiveInfo
  readonly settings: Settings
  readonly onSettings: ChangeSettings
  readonly onOpenSettings: () => void
  readonly onReopen: () => void
}

/** An open archive: its listings and stories, what is chosen among them, the selection's caption, work under way. */
export function Workbench({ archive, settings, onSettings, onOpenSettings, onReopen }: WorkbenchProps) {
  const { t } = useTranslation('window')
  const { t: importText } = useTranslation('import')
  const errorText = useErrorText()
  const { fail } = useNotices()
  const attempt = useFailure()
  const imports = useImport(settings.importAsk)
  const bundle = useOpenBundle()
  const worklists = useWorklistCounts()
  const undo = useUndo()
  useUndoKeys(undo)

  const { readOnly } = archive
  const [place, setPlace] = useState<Place>(allPhotos)
  const [exporting, setExporting] = useState<StoryId | null>(null)
  const [deskOpen, setDeskOpen] = useState(false)
  const searchBox = useRef<HTMLInputElement>(null)
  const sheet = useRef<SheetHandle>(null)
  const storyId = storyOf(place)

  const missing = place.kind === 'photos' ? place.missing : null
  const collection = place.kind === 'collection' ? place.id : null
  const finding = useFinding({ archiveId: archive.id, missing, collection, settings, onSettings })
  const forwards = usePhotoList(finding.query)
  const isBackwards = settings.view === 'list' && settings.backwards
  const list = useMemo(() => (isBackwards ? backwards(forwards) : forwards), [isBackwards, forwards])
  const onListError = useStable((error: Parameters<typeof errorText>[0]) =>
    fail(t('couldNot', { reason: errorText(error) })),
  )
  const control = useSelection(list, onListError)
  const { ids } = control.selection
  useSidecarLook(ids, readOnly)

  const goTo = useStable((next: Place) => {
    control.set([])
    setPlace(next)
  })
  const importFiles = () => attempt(() => imports.importFiles(storyId ?? undefined))
  const importFolder = () => attempt(() => imports.importFolder(storyId ?? undefined))
  const importSample = () => attempt(() => imports.importSample())
  const { over } = useFileDrop((paths) => {
    if (paths.length === 0) fail(t('dropNothing'))
    else {
      attempt(async () => {
        const dropped = await bundle.openDropped(paths)
        if (dropped === 'several') fail(t('dropOneBundle'))
        else if (dropped === 'none' && readOnly) fail(t('dropReadOnly'))
        else if (dropped === 'none') await imports.importPaths(paths, storyId ?? undefined)
      })
    }
  })
  usePaste((paths) => {
    if (readOnly) return
    attempt(async () => {
      if (paths.length > 0) await imports.importPaths(paths, storyId ?? undefined)
      else if (!(await imports.importClipboard(storyId ?? undefined))) fail(importText('pasteNothing'))
    })
  })
  const openStory = useStable((id: StoryId | null) => goTo(id === null ? allPhotos : { kind: 'story', id }))
  useMenu({
    storyId,
    onImportFiles: importFiles,
    onImportFolder: importFolder,
    onOpenStory: openStory,
    onExport: setExporting,
    onOpenBundle: (kind) => attempt(() => bundle.choose(kind)),
    onSelectAll: control.selectAll,
    onFind: () => {
      if (place.kind !== 'photos') goTo(allPhotos)
      // The box may have to come first.
      setTimeout(() => searchBox.current?.select(), 0)
    },
  })

  return (
    <div className={styles.workbench} data-testid="workbench">
      <ReadOnlyBanner archive={archive} onReopen={onReopen} />
      <IndexingBanner />
      <RepairsBanner archive={archive} />
      <SidecarsBanner key={archive.folder} />
      <UnfinishedBanner archive={archive} />
      <div className={styles.panes} data-wide={isWide(place)}>
        <Sidebar
          archive={archive}
          place={place}
          onPlace={goTo}
          onImportFiles={importFiles}
          onImportFolder={importFolder}
          onImportSample={importSample}
          onOpenSettings={onOpenSettings}
          onOpenDesk={() => setDeskOpen(true)}
          undo={undo}
          worklists={worklists}
        >
          <CollectionTree
            selected={collection}
            onSelect={(id) => goTo(id === null ? allPhotos : { kind: 'collection', id })}
            readOnly={readOnly}
          />
          <StoryList selected={storyId} onSelect={openStory} readOnly={readOnly} onExport={setExporting} />
        </Sidebar>
        <main className={styles.middle} aria-label={t('main')}>
          {place.kind === 'twins' ? (
            <TwinsScreen readOnly={readOnly} />
          ) : place.kind === 'trash' ? (
            <TrashScreen readOnly={readOnly} />
          ) : place.kind === 'usage' ? (
            <UsageScreen />
          ) : place.kind === 'worklists' ? (
            <WorklistsScreen
              counts={worklists}
              readOnly={readOnly}
              onShow={(query) => {
                finding.setNarrowing(noNarrowing)
                finding.setText(query)
                goTo(allPhotos)
              }}
              onShowValue={(spellings, value) => {
                finding.setText('')
                finding.setNarrowing({ ...noNarrowing, filters: { ...noNarrowing.filters, [spellings]: [value] } })
                goTo(allPhotos)
              }}
              onTwins={() => goTo({ kind: 'twins' })}
              onCorrect={(from, to) => goTo({ kind: 'corrections', from, to })}
            />
          ) : place.kind === 'corrections' ? (
            <CorrectionsScreen from={place.from} to={place.to} readOnly={readOnly} />
          ) : storyId === null ? (
            <PhotoScreen
              list={list}
              finding={finding}
              listsLacking={missing !== null}
              control={control}
              readOnly={readOnly}
              settings={settings}
              onSettings={onSettings}
              searchBox={searchBox}
              sheet={sheet}
              onShowAll={() => goTo(allPhotos)}
              onOpenStory={openStory}
              onImportFiles={importFiles}
              onImportFolder={importFolder}
              onImportSample={importSample}
            />
          ) : (
            <StoryScreen
              key={storyId}
              storyId={storyId}
              selectedIds={ids}
              onSelectPhotos={control.set}
              readOnly={readOnly}
              onExport={() => setExporting(storyId)}
              onClosed={() => goTo(allPhotos)}
            />
          )}
        </main>
        {!isWide(place) && (
          <aside className={styles.side}>
            <CaptionPane photoIds={ids} storyId={storyId} readOnly={readOnly} onNext={() => control.step(1)} />
          </aside>
        )}
      </div>
      <ArrivingPhotos />
      <JobBar />
      {imports.asked !== null && (
        <ImportDialog
          key={imports.asked.paths.join('\n')}
          paths={imports.asked.paths}
          storyId={imports.asked.storyId}
          settings={settings}
          onSettings={onSettings}
          onClose={imports.close}
        />
      )}
      {bundle.place !== null && (
        <BundleDialog key={bundle.place} place={bundle.place} readOnly={readOnly} onClose={bundle.close} />
      )}
      {exporting !== null && <ExportDialog storyId={exporting} onClose={() => setExporting(null)} />}
      {deskOpen && <DeskDialog readOnly={readOnly} onClose={() => setDeskOpen(false)} />}
      {over && (
        <DropOverlay text={t(readOnly ? 'dropReadOnly' : storyId === null ? 'dropImport' : 'dropImportStory')} />
      )}
    </div>
  )
}
