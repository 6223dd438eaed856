import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo } from '#contract'
import { invoke } from '../bridge/bridge.js'
import type { PhotoList } from '../contact-sheet/usePhotoList.js'
import { useFailure } from '../shell/useFailure.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { useNotices } from '../ui/notices.js'
import { ProgressBar } from '../ui/ProgressBar.js'
import type { ListColumn } from './list-csv.js'
import { listColumns, listCsv } from './list-csv.js'

/** Photos read at once. */
const chunk = 500

/** Saves everything found as a table. Of many photos it shows how far it is, and can be stopped. */
export function ExportListButton({ list }: { readonly list: PhotoList }) {
  const { t, i18n } = useTranslation('finding')
  const attempt = useFailure()
  const { say } = useNotices()
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const isStopped = useRef(false)
  const number = new Intl.NumberFormat(i18n.language)

  const read = async (total: number): Promise<Photo[] | null> => {
    // The ids first: photos that come or go meanwhile do not shift the rest.
    const ids = await list.idsIn(0, total)
    const photos: Photo[] = []
    for (let from = 0; from < ids.length; from += chunk) {
      if (isStopped.current) return null
      if (ids.length > chunk) setProgress({ done: from, total: ids.length })
      photos.push(...(await invoke('photos.get', { ids: ids.slice(from, from + chunk) })).photos)
    }
    return photos
  }
  const save = async () => {
    const { total } = list
    if (total === null || total === 0) return
    isStopped.current = false
    try {
      const photos = await read(total)
      if (photos === null) return
      const titles = Object.fromEntries(listColumns.map((column) => [column, t(`column${column}`)]))
      // One title for each column.
      const text = listCsv(photos, titles as Record<ListColumn, string>, t('between'))
      setProgress(null)
      const { saved } = await invoke('shell.saveText', { name: `${t('listName')}.csv`, text })
      if (saved) say(t('listSaved', { count: photos.length, number: number.format(photos.length) }))
    } finally {
      setProgress(null)
    }
  }
  return (
    <>
      <Button
        variant="quiet"
        isDisabled={list.total === null || list.total === 0}
        onPress={() => attempt(save)}
        data-testid="export-list"
      >
        {t('exportList')}
      </Button>
      {progress !== null && (
        <Dialog title={t('exportList')} role="alertdialog" onClose={() => (isStopped.current = true)}>
          <ProgressBar label={t('exportList')} value={progress.done / progress.total} />
          <p>{t('listRead', { done: number.format(progress.done), total: number.format(progress.total) })}</p>
          <footer>
            <Button onPress={() => (isStopped.current = true)}>{t('cancel')}</Button>
          </footer>
        </Dialog>
      )}
    </>
  )
}
