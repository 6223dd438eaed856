import { type SyntheticEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPlan, PlannedFile, Settings, StoryId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { recordsOf, useDesk } from '../desk/useDesk.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { byteText } from '../jobs/amount-text.js'
import type { ChangeSettings } from '../settings/useSettings.js'
import { useAttempt } from '../story/useAttempt.js'
import { useStories } from '../story/useStories.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { Select } from '../ui/Select.js'
import { TextField } from '../ui/TextField.js'
import styles from './ImportDialog.module.css'
import { PlanList } from './PlanList.js'
import { useFocusWhenReady } from './useFocusWhenReady.js'
import { usePlan } from './usePlan.js'

interface ImportDialogProps {
  readonly paths: readonly string[]
  /** The story that is open. */
  readonly storyId: StoryId | null
  readonly settings: Settings
  readonly onSettings: ChangeSettings
  readonly onClose: () => void
}

/** What an import would do, before it starts: what comes in and what does not, the space, names, folders, template, story. */
export function ImportDialog({ paths, storyId: openStory, settings, onSettings, onClose }: ImportDialogProps) {
  const { t, i18n } = useTranslation('import')
  const errorText = useErrorText()
  const { stories } = useStories()
  const templates = recordsOf(useDesk(), 'template')
  const { message, attempt } = useAttempt()
  const [storyId, setStoryId] = useState(openStory ?? '')
  const { importRename: rename, importByDayTaken: byDayTaken } = settings
  const templateId = templates.some(({ id }) => id === settings.importTemplate) ? (settings.importTemplate ?? '') : ''
  const choices = {
    paths: [...paths],
    rename: rename.trim() === '' ? null : rename.trim(),
    byDayTaken,
    templateId: templateId === '' ? null : templateId,
    ...(storyId === '' ? {} : { storyId }),
  }
  const { plan, error, progress, isCurrent } = usePlan(choices, JSON.stringify({ ...choices, templateId: null }))
  const [isStarting, setStarting] = useState(false)
  const start = () => {
    setStarting(true)
    attempt(() =>
      invoke('import.start', choices).then(onClose, (thrown: unknown) => {
        setStarting(false)
        throw thrown
      }),
    )
  }
  const size = (bytes: number) => byteText(bytes, i18n.language)
  const isWrongName = error?.code === 'invalid-input'
  const fresh = plan?.files.filter(({ outcome }) => outcome === 'new').length ?? 0
  const lacksSpace = plan?.bytesFree != null && plan.bytesNeeded > plan.bytesFree
  // Photos that are there still go into the story, and take captions that they lack.
  const still = plan !== null && fresh === 0 && addsToWhatIsThere(plan, storyId !== '')
  const canStart = plan !== null && isCurrent && !isWrongName && !lacksSpace && !isStarting && (fresh > 0 || still)
  const startButton = useFocusWhenReady(canStart)
  // Enter starts it from the box for names, too.
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (canStart) start()
  }
  const failure = message instanceof Error ? message : isWrongName ? null : error
  return (
    <Dialog title={t('title')} wide onClose={onClose} data-testid="import-dialog">
      {plan === null && failure === null && !isWrongName ? (
        <p className={styles.looking} role="status">
          {progress !== null && progress.total > 0
            ? t('lookingAt', { done: progress.done, total: progress.total })
            : t('looking')}
        </p>
      ) : null}
      {plan !== null && (
        <>
          <Summary plan={plan} />
          <PlanList plan={plan} />
          {lacksSpace && (
            <p role="alert" className={styles.problem}>
              {t('noSpace', { needed: size(plan.bytesNeeded), free: size(plan.bytesFree ?? 0) })}
            </p>
          )}
        </>
      )}
      <form className={styles.choices} onSubmit={submit}>
        <Select
          label={t('story')}
          options={[
            { value: '', label: t('noStory') },
            ...(stories ?? []).map(({ id, headline }) => ({ value: id, label: headline || t('untitled') })),
          ]}
          value={storyId}
          onChange={setStoryId}
          data-testid="import-story"
        />
        <Select
          label={t('template')}
          options={[
            { value: '', label: t('noTemplate') },
            ...templates.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={templateId}
          onChange={(id) => onSettings({ importTemplate: id === '' ? null : id })}
          data-testid="import-template"
        />
        <Select
          label={t('dayFolder')}
          options={[
            { value: 'imported', label: t('dayImported') },
            { value: 'taken', label: t('dayTaken') },
          ]}
          value={byDayTaken ? 'taken' : 'imported'}
          onChange={(day) => onSettings({ importByDayTaken: day === 'taken' })}
          data-testid="import-day"
        />
        <TextField
          label={t('rename')}
          hint={t('renameHint')}
          placeholder="{date}-{slug}-{seq:3}"
          value={rename}
          onChange={(text) => onSettings({ importRename: text })}
          {...(isWrongName ? { problem: t('renameWrong') } : {})}
          className={styles.rename}
          data-testid="import-rename"
        />
        {failure !== null && (
          <p role="alert" className={styles.problem}>
            {errorText(failure)}
          </p>
        )}
        {plan !== null && fresh === 0 && !still && (
          <p role="status" className={styles.nothing} data-testid="import-nothing">
            {t('nothingNew')}
          </p>
        )}
        <footer>
          <Button onPress={onClose}>{plan !== null && fresh === 0 ? t('close') : t('cancel')}</Button>
          <Button type="submit" variant="primary" ref={startButton} isDisabled={!canStart} data-testid="import-start">
            {still ? t('giveTexts') : t('start', { count: fresh })}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

function addsToWhatIsThere(plan: ImportPlan, hasStory: boolean): boolean {
  return plan.files.some(({ outcome, caption, credit }) => outcome === 'there' && (hasStory || caption + credit !== ''))
}

function Summary({ plan }: { readonly plan: ImportPlan }) {
  const { t, i18n } = useTranslation('import')
  const size = (bytes: number) => byteText(bytes, i18n.language)
  const captioned = plan.files.filter(({ outcome, caption }) => outcome === 'new' && caption !== '').length
  const of = (outcome: PlannedFile['outcome']) => plan.files.filter((file) => file.outcome === outcome).length
  const [there, refused] = [of('there'), of('refused') + plan.failed.length]
  const facts = [
    ...plan.sources.slice(0, 3).map(({ kind, name }) => `${t(`kind${kind}`)} ${name}`),
    there > 0 && t('alreadyThere', { count: there }),
    refused > 0 && t('grouprefused', { count: refused }),
    captioned > 0 && t('withCaptions', { count: captioned }),
    plan.bytesFree === null
      ? t('spaceUnknown', { needed: size(plan.bytesNeeded) })
      : t('space', { needed: size(plan.bytesNeeded), free: size(plan.bytesFree) }),
  ].filter((fact) => fact !== false)
  return (
    <p className={styles.summary} data-testid="import-summary">
      {facts.join(' · ')}
    </p>
  )
}
