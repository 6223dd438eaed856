import { useState } from 'react'
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { CutlineError, Destination, ExportPreset } from '#contract'
import { presetWith, rightsRules } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useSameIds } from '../caption/useSameIds.js'
import { groupFindings } from '../checks/group-findings.js'
import { useFindings } from '../checks/useFindings.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { useAttempt } from '../story/useAttempt.js'
import type { StoryReading } from '../story/useStory.js'
import { Button } from '../ui/Button.js'
import styles from './ExportDialog.module.css'
import { CheckSummary } from './CheckSummary.js'
import { DestinationChoice, type Sending } from './DestinationChoice.js'
import { exportGaps } from './export-gaps.js'
import { GapWarning } from './GapWarning.js'
import { OverrideBox } from './OverrideBox.js'
import { PresetActions } from './PresetActions.js'
import { PresetChoice } from './PresetChoice.js'
import { PrivacyChoice } from './PrivacyChoice.js'
import type { ExportChoices } from './useExportChoices.js'

interface ExportFormProps {
  readonly reading: StoryReading
  readonly presets: readonly ExportPreset[]
  readonly choices: ExportChoices
  readonly onChoose: (change: Partial<ExportChoices>) => void
  /** A preset of the desk's own is to be made or changed. */
  readonly onEditPreset: (preset: ExportPreset) => void
  readonly destinations: readonly Destination[]
  readonly sending: Sending
  readonly onSending: (sending: Sending) => void
  readonly onEditDestination: (destination: Destination) => void
  /** `note`: why photos are exported although their rights stop it; null where none do. */
  readonly onStart: (note: string | null) => void
  readonly onClose: () => void
  /** Why the export could not begin. */
  readonly error: CutlineError | null
}

/** Which preset, folder or zip, and where to; with a warning about photos that lack caption or credit. */
export function ExportForm({
  reading,
  presets,
  choices,
  onChoose,
  onEditPreset,
  destinations,
  sending,
  onSending,
  onEditDestination,
  onStart,
  onClose,
  error,
}: ExportFormProps) {
  const { t } = useTranslation('export')
  const errorText = useErrorText()
  const { message, attempt } = useAttempt()
  const { story, photos } = reading
  const gaps = exportGaps(story, photos)
  const ids = useSameIds(story.photos.map(({ photoId }) => photoId))
  const groups = groupFindings(useFindings(ids, story.id))
  const signed = story.photos.filter(({ photoId }) => photos.get(photoId)?.contentCredentials === true).length
  const chosen = presets.find(({ id }) => id === choices.exportPreset)
  const complete = gaps.caption.length + gaps.credit.length + groups.length === 0
  const [note, setNote] = useState('')
  const blocking = groups.filter(({ blocks }) => blocks)
  const overridable = blocking.length > 0 && blocking.every(({ rule }) => rightsRules.some((name) => name === rule))
  const stopped = blocking.length > 0 && !(overridable && note.trim() !== '')
  const trashed = story.photos.filter(({ photoId }) => typeof photos.get(photoId)?.trashedAt === 'string').length
  const problem = error ?? (message instanceof Error ? message : null)

  const chooseFolder = () =>
    attempt(async () => {
      const { folder } = await invoke('shell.chooseExportFolder', {})
      if (folder !== null) onChoose({ exportFolder: folder })
    })
  return (
    <>
      <p className={styles.story}>
        {t('story', { story: story.headline || t('untitled'), count: story.photos.length })}
      </p>
      <RadioGroup
        className={styles.group ?? ''}
        value={choices.exportPreset}
        onChange={(exportPreset) => onChoose({ exportPreset })}
      >
        <Label className={styles.label ?? ''}>{t('preset')}</Label>
        {presets.map((preset) => (
          <PresetChoice
            key={preset.id}
            preset={presetWith(preset, choices.exportPrivacy[preset.id])}
            isChosen={preset.id === choices.exportPreset}
          />
        ))}
      </RadioGroup>
      {chosen !== undefined && (
        <PresetActions
          preset={chosen}
          onEdit={onEditPreset}
          onChoose={(exportPreset) => onChoose({ exportPreset })}
          attempt={attempt}
        />
      )}
      {chosen !== undefined && (
        <PrivacyChoice
          preset={presetWith(chosen, choices.exportPrivacy[chosen.id])}
          onChange={(privacy) => onChoose({ exportPrivacy: { ...choices.exportPrivacy, [chosen.id]: privacy } })}
        />
      )}
      <RadioGroup
        className={styles.group ?? ''}
        orientation="horizontal"
        value={choices.exportZip ? 'zip' : 'folder'}
        onChange={(form) => onChoose({ exportZip: form === 'zip' })}
      >
        <Label className={styles.label ?? ''}>{t('form')}</Label>
        {(['folder', 'zip'] as const).map((form) => (
          <RadioField key={form} value={form}>
            <RadioButton className={styles.choice ?? ''} data-testid={`export-form-${form}`}>
              <span className={styles.name}>{t(form)}</span>
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      <div className={styles.group}>
        <span className={styles.label}>{t('destination')}</span>
        <div className={styles.destination}>
          <span className={styles.path} data-testid="export-folder">
            {choices.exportFolder ?? t('noDestination')}
          </span>
          <Button onPress={chooseFolder} data-testid="export-choose">
            {t('choose')}
          </Button>
        </div>
      </div>
      <DestinationChoice
        destinations={destinations}
        sending={sending}
        zip={choices.exportZip}
        onChange={onSending}
        onEdit={onEditDestination}
        attempt={attempt}
      />
      <GapWarning lacking="missingCaption" files={gaps.caption} />
      <GapWarning lacking="missingCredit" files={gaps.credit} />
      {signed > 0 && chosen?.rendition !== 'copy' && (
        <p className={styles.warning} data-testid="export-credentials">
          {t('credentials', { count: signed })}
        </p>
      )}
      {trashed > 0 && (
        <p className={styles.warning} data-testid="export-trashed">
          {t('trashed', { count: trashed })}
        </p>
      )}
      <CheckSummary groups={groups} />
      {overridable && <OverrideBox note={note} onNote={setNote} />}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {errorText(problem)}
        </p>
      )}
      <footer className={styles.footer}>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button
          variant="primary"
          onPress={() => onStart(overridable ? note.trim() : null)}
          isDisabled={choices.exportFolder === null || stopped}
          data-testid="export-start"
        >
          {complete ? t('start') : overridable ? t('startOverridden') : t('startAnyway')}
        </Button>
      </footer>
    </>
  )
}
