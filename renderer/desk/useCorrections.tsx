import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BundleToCorrect, Corrections, Fact, Person } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { BundleList } from '../corrections/BundleList.js'
import { Dialog } from '../ui/Dialog.js'
import { CorrectionsDialog } from './CorrectionsDialog.js'
import type { Attempt } from './DeskDialog.js'

/** Saving an event, a place or a person, and offering what its older wordings are used in. */
export function useCorrections(attempt: Attempt): {
  /** Saves a record; where texts use what it was called before (null for a new one), they are offered for change. */
  save: (record: Person | Fact, before: Person | Fact | null) => Promise<void>
  /** Offers whatever older wordings of a record are still in use; answers whether there are any. */
  findOlder: (id: string) => Promise<boolean>
  /** The dialog, while there is something to look at. */
  dialog: ReactNode
} {
  const { t: tDesk } = useTranslation('desk')
  const { t } = useTranslation('corrections')
  const [offered, setOffered] = useState<Corrections | null>(null)
  /** Bundles that went out with what was corrected. */
  const [goneOut, setGoneOut] = useState<{ bundles: readonly BundleToCorrect[]; note: string } | null>(null)

  const offer = (corrections: Corrections) => {
    const any = corrections.photos.length + corrections.printed.length > 0
    if (any) setOffered(corrections)
    return any
  }
  const findOlder = async (id: string) => offer(await invoke('facts.corrections', { id, before: null }))
  const save = async (record: Person | Fact, before: Person | Fact | null) => {
    await invoke('desk.put', { records: [record] })
    if (before !== null) offer(await invoke('facts.corrections', { id: record.id, before }))
  }
  const dialog =
    goneOut !== null ? (
      <Dialog title={t('title')} onClose={() => setGoneOut(null)} wide>
        <BundleList {...goneOut} onClose={() => setGoneOut(null)} />
      </Dialog>
    ) : (
      offered !== null && (
        <CorrectionsDialog
          corrections={offered}
          onClose={(done) => {
            const { id, more, changes } = offered
            setOffered(null)
            attempt(async () => {
              // Those that did not fit into the list come now.
              if (done !== null && more > 0) await findOlder(id)
              else if (done !== null) {
                const wordings = changes.map(({ before }) => before)
                const found = await invoke('corrections.bundles', { wordings, photoIds: [] })
                const [first] = changes
                const note = first === undefined ? '' : `${first.before} → ${first.after}`
                if (found.bundles.length > 0) setGoneOut({ bundles: found.bundles, note })
              }
              return done ?? tDesk('saved')
            })
          }}
        />
      )
    )
  return { save, findOlder, dialog }
}
