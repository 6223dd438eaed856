import { useTranslation } from 'react-i18next'
import { type BundleDecision, type BundlePlan, type MergeRule, mergeRules } from '#contract'
import { Select } from '../ui/Select.js'
import { Thumbnail } from '../ui/Thumbnail.js'
import styles from './BundleDialog.module.css'
import { BundleFindings } from './BundleFindings.js'
import { Conflict } from './Conflict.js'
import { type Choices, conflictsOf } from './decisions.js'
import { PlannedChanges } from './PlannedChanges.js'
import { PlanCounts } from './PlanCounts.js'

interface BundlePlanViewProps {
  readonly plan: BundlePlan
  readonly choices: Choices
  readonly rule: MergeRule | null
  readonly onRule: (rule: MergeRule | null) => void
  readonly onChoose: (id: string, take: BundleDecision['take'] | null) => void
}

/** What checking found, where the bundle comes from, how many photos are what, what must be decided, and what else comes. */
export function BundlePlanView({ plan, choices, rule, onRule, onChoose }: BundlePlanViewProps) {
  const { t, i18n } = useTranslation('bundles')
  const { archive, exportedAt, story, photos } = plan
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short' })
  const conflicts = conflictsOf(plan)
  const told = { choices, rule, onChoose }
  return (
    <>
      <p className={styles.origin} data-testid="bundle-origin">
        {story !== null && <strong>{story.headline || t('untitled')}</strong>}
        {archive !== null && <span>{t('fromArchive', { archive: archive.name })}</span>}
        {exportedAt !== null && <span>{t('exportedAt', { when: date.format(new Date(exportedAt)) })}</span>}
      </p>
      {plan.kind !== 'cutline' && plan.canTake && <p className={styles.notice}>{t(`kind${plan.kind}`)}</p>}
      <BundleFindings plan={plan} />
      {plan.canTake && <PlanCounts plan={plan} />}
      {plan.canTake && !plan.changesAnything && plan.undecided === 0 && (
        <p role="status" className={styles.notice} data-testid="bundle-nothing">
          {t('nothingToTake')}
        </p>
      )}
      {plan.canTake && conflicts.length > 0 && (
        <>
          <div className={styles.rule}>
            <h3>{t('conflicts', { count: conflicts.length })}</h3>
            <Select
              label={t('rule')}
              options={[
                { value: 'each', label: t('ruleEach') },
                ...mergeRules.map((value) => ({ value, label: t(`rule${value}`) })),
              ]}
              value={rule ?? 'each'}
              onChange={(value) => onRule(value === 'each' ? null : value)}
              data-testid="bundle-rule"
            />
          </div>
          {story?.fields.map(
            (field) => field.state === 'both' && <Conflict key={field.id} field={field} ofStory {...told} />,
          )}
          {photos.map(
            ({ id, file, fields, picture, trashedHere }) =>
              fields.some(({ state }) => state === 'both') && (
                <section key={id} aria-label={file}>
                  <h4 className={styles.photo}>
                    {picture !== null && (
                      <Thumbnail kind={picture.kind} sha256={picture.name} className={styles.small} />
                    )}
                    {file}
                    {trashedHere && <span className={styles.when}>{t('inTrash')}</span>}
                  </h4>
                  {fields.map(
                    (field) =>
                      field.state === 'both' && <Conflict key={field.id} field={field} ofStory={false} {...told} />,
                  )}
                </section>
              ),
          )}
        </>
      )}
      {plan.canTake && <PlannedChanges plan={plan} />}
    </>
  )
}
