import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Destination, ExportPreset, JobId, Language, StoryId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { useJobs } from '../jobs/useJobs.js'
import { useAttempt } from '../story/useAttempt.js'
import { useStory } from '../story/useStory.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { recordsOf, useDesk } from '../desk/useDesk.js'
import type { Sending } from './DestinationChoice.js'
import { DestinationEditor } from './DestinationEditor.js'
import { ExportForm } from './ExportForm.js'
import { ExportOutcome } from './ExportOutcome.js'
import { ExportProgress } from './ExportProgress.js'
import { PresetEditor } from './PresetEditor.js'
import { useExportChoices } from './useExportChoices.js'

interface ExportDialogProps {
  readonly storyId: StoryId | null
  readonly onClose: () => void
}

/** Exports a story's bundle: how and where, what it lacks, how far it is, where it lies. */
export function ExportDialog({ storyId, onClose }: ExportDialogProps) {
  const { t, i18n } = useTranslation('export')
  const errorText = useErrorText()
  const { reading, error } = useStory(storyId)
  const { choices, presets, error: choicesError, choose } = useExportChoices()
  const { jobs, cancel } = useJobs()
  const { message, attempt } = useAttempt()
  const [jobId, setJobId] = useState<JobId | null>(null)
  const [draft, setDraft] = useState<ExportPreset | null>(null)
  const destinations = recordsOf(useDesk(), 'destination')
  const [sending, setSending] = useState<Sending>({ sendTo: null, secret: '' })
  const [place, setPlace] = useState<Destination | null>(null)
  const { t: delivery } = useTranslation('delivery')
  const job = jobs.find((one) => one.jobId === jobId)

  const start = (note: string | null) =>
    attempt(async () => {
      if (storyId === null || !choices?.exportFolder) return
      const started = await invoke('export.start', {
        storyId,
        destination: choices.exportFolder,
        preset: choices.exportPreset,
        privacy: choices.exportPrivacy[choices.exportPreset],
        zip: choices.exportZip,
        override: note,
        sendTo: sending.sendTo,
        secret: sending.secret === '' ? null : sending.secret,
        // The languages of the interface are the contract's.
        language: i18n.language as Language,
      })
      setJobId(started.jobId)
    })

  // Typed here, a password is kept where this computer can, once the other side has taken it: a mistyped one would not be asked for again.
  useEvent('job.finished', (told) => {
    const { sendTo, secret } = sending
    if (told.jobId !== jobId || told.kind !== 'export' || told.cancelled || told.result.sent === null) return
    if (sendTo === null || secret === '') return
    attempt(async () => {
      const { kept } = await invoke('shell.keepSecret', { id: sendTo, secret })
      if (kept) setSending({ sendTo, secret: '' })
    })
  })

  const savePreset = () =>
    attempt(async () => {
      if (draft === null) return
      const preset = { ...draft, name: draft.name.trim() || t('presetNoName') }
      await invoke('presets.put', { preset })
      choose({ exportPreset: preset.id })
      setDraft(null)
    })

  const failure = error ?? choicesError
  const plain =
    storyId === null
      ? t('noStory')
      : failure !== null
        ? t('loadFailed', { reason: errorText(failure) })
        : reading?.story.photos.length === 0
          ? t('noPhotos')
          : null
  return (
    <Dialog
      title={place !== null ? delivery('title') : draft === null ? t('title') : t('presetTitle')}
      onClose={onClose}
      wide={draft !== null}
      data-testid="export-dialog"
    >
      {plain !== null ? (
        <>
          <p role="alert">{plain}</p>
          <footer>
            <Button onPress={onClose}>{t('close')}</Button>
          </footer>
        </>
      ) : job !== undefined && job.state !== 'running' ? (
        <ExportOutcome job={job} onAgain={() => setJobId(null)} onClose={onClose} />
      ) : jobId !== null ? (
        <ExportProgress job={job} onCancel={() => cancel(jobId)} onClose={onClose} />
      ) : place !== null ? (
        <DestinationEditor
          destination={place}
          onSaved={(sendTo, secret) => {
            setSending({ sendTo, secret })
            setPlace(null)
          }}
          onCancel={() => setPlace(null)}
        />
      ) : draft !== null && storyId !== null ? (
        <PresetEditor
          storyId={storyId}
          preset={draft}
          onChange={setDraft}
          onSave={savePreset}
          onCancel={() => setDraft(null)}
          error={message instanceof Error ? message : null}
        />
      ) : (
        reading !== null &&
        choices !== null && (
          <ExportForm
            reading={reading}
            error={message instanceof Error ? message : null}
            presets={presets}
            choices={choices}
            onChoose={choose}
            onEditPreset={setDraft}
            destinations={destinations}
            sending={sending}
            onSending={setSending}
            onEditDestination={setPlace}
            onStart={start}
            onClose={onClose}
          />
        )
      )}
    </Dialog>
  )
}
