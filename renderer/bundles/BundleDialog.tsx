import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BundleDecision, CutlineError, type JobId, type MergeRule } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { useJobs } from '../jobs/useJobs.js'
import { settleDrafts } from '../shell/settle-drafts.js'
import { useAttempt } from '../story/useAttempt.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import styles from './BundleDialog.module.css'
import { BundleOutcome } from './BundleOutcome.js'
import { BundlePlanView } from './BundlePlanView.js'
import { BundleProgress } from './BundleProgress.js'
import { type Choices, decisionsOf, undecidedOf } from './decisions.js'
import { useBundlePlan } from './useBundlePlan.js'

interface BundleDialogProps {
  /** The bundle's folder or zip, absolute. */
  readonly place: string
  readonly readOnly: boolean
  readonly onClose: () => void
}

/** A bundle that comes back: what checking found, what taking it would do, what must be decided, and what was done. */
export function BundleDialog({ place, readOnly, onClose }: BundleDialogProps) {
  const { t } = useTranslation('bundles')
  const errorText = useErrorText()
  const { plan, error, progress } = useBundlePlan(place)
  const { jobs, cancel } = useJobs()
  const { message, attempt } = useAttempt()
  const [rule, setRule] = useState<MergeRule | null>(null)
  const [choices, setChoices] = useState<Choices>(new Map())
  const [jobId, setJobId] = useState<JobId | null>(null)
  const job = jobs.find((one) => one.jobId === jobId)
  const name = place.split(/[\\/]/).findLast((part) => part !== '') ?? place

  const choose = (id: string, take: BundleDecision['take'] | null) =>
    setChoices((now) => {
      const next = new Map(now)
      if (take === null) next.delete(id)
      else next.set(id, take)
      return next
    })
  const take = () =>
    attempt(async () => {
      // What is being typed is this side's, too.
      await settleDrafts()
      const started = await invoke('bundles.take', { place, rule, decisions: decisionsOf(choices) })
      setJobId(started.jobId)
    })

  const open = plan === null ? 0 : undecidedOf(plan, choices, rule)
  const canTake = plan !== null && plan.canTake && (plan.changesAnything || plan.undecided > 0) && !readOnly
  const failure = error ?? (message instanceof CutlineError ? message : null)
  return (
    <Dialog title={t('title', { name })} onClose={onClose} wide data-testid="bundle-dialog">
      {job !== undefined && job.state !== 'running' ? (
        <BundleOutcome job={job} onClose={onClose} />
      ) : jobId !== null ? (
        <BundleProgress
          text={t('taking')}
          progress={job?.progress ?? null}
          onCancel={() => cancel(jobId)}
          cancelling={job?.cancelling ?? false}
        />
      ) : (
        <>
          {plan === null && failure === null && (
            <BundleProgress text={t('checking')} progress={progress} onCancel={onClose} cancelling={false} />
          )}
          {plan !== null && (
            <BundlePlanView plan={plan} choices={choices} rule={rule} onRule={setRule} onChoose={choose} />
          )}
          {failure !== null && (
            <p role="alert" className={styles.problem} data-testid="bundle-failed">
              {errorText(failure)}
            </p>
          )}
          {readOnly && plan !== null && <p className={styles.notice}>{t('readOnly')}</p>}
          {(plan !== null || failure !== null) && (
            <footer className={styles.footer}>
              {canTake && open > 0 && (
                <span className={styles.open} data-testid="bundle-open">
                  {t('open', { count: open })}
                </span>
              )}
              <Button onPress={onClose}>{canTake ? t('cancel') : t('close')}</Button>
              {canTake && (
                <Button variant="primary" onPress={take} data-testid="bundle-take">
                  {t('take')}
                </Button>
              )}
            </footer>
          )}
        </>
      )}
    </Dialog>
  )
}
