import { useTranslation } from 'react-i18next'
import type { CheckLevel, CheckRule, DeskRecord } from '#contract'
import { checkRules, levelOf } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { Select } from '../ui/Select.js'
import styles from './DeskDialog.module.css'
import type { Attempt } from './DeskDialog.js'
import { recordsOf } from './useDesk.js'

interface ChecksTabProps {
  readonly records: readonly DeskRecord[]
  readonly attempt: Attempt
  readonly readOnly: boolean
}

const levels: readonly CheckLevel[] = ['off', 'warn', 'block']
/** Characters that a caption may have where the desk has not said. */
const standardLongest = 200

/** Which house rules are run, and which stop an export. */
export function ChecksTab({ records, attempt, readOnly }: ChecksTabProps) {
  const { t } = useTranslation('desk')
  const checks = recordsOf(records, 'checks')[0]
  const save = (change: Partial<{ levels: Partial<Record<CheckRule, CheckLevel>>; longest: number }>) =>
    attempt(async () => {
      const before = { levels: checks?.levels ?? {}, longest: checks?.longest ?? standardLongest }
      await invoke('desk.put', { records: [{ kind: 'checks', id: 'checks', ...before, ...change }] })
      return t('saved')
    })
  const options = levels.map((value) => ({ value, label: t(`level${value}`) }))
  return (
    <div className={styles.fields}>
      <p className={styles.note}>{t('checksNote')}</p>
      <ul className={styles.records} aria-label={t('tabChecks')}>
        {checkRules.map((rule) => (
          <li key={rule}>
            <span className={styles.rule}>{t(`rule${rule}`)}</span>
            {rule === 'too-long' && (
              <label className={styles.check}>
                <input
                  type="number"
                  className={styles.number}
                  min={20}
                  max={20_000}
                  defaultValue={checks?.longest ?? standardLongest}
                  key={checks?.longest ?? standardLongest}
                  readOnly={readOnly}
                  aria-label={t('longest')}
                  onBlur={({ target }) => {
                    const longest = Math.min(20_000, Math.max(20, Math.round(Number(target.value))))
                    if (longest !== (checks?.longest ?? standardLongest)) save({ longest })
                  }}
                />
                {t('characters')}
              </label>
            )}
            {readOnly ? (
              <span className={styles.note}>{t(`level${levelOf(checks?.levels ?? {}, rule)}`)}</span>
            ) : (
              <Select
                label={t(`rule${rule}`)}
                labelHidden
                options={options}
                value={levelOf(checks?.levels ?? {}, rule)}
                onChange={(level) => save({ levels: { ...checks?.levels, [rule]: level } })}
                data-testid={`level-${rule}`}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
