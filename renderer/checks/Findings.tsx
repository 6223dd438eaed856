import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckRule, PhotoId, StoryId } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { photoAutosave } from '../caption/photo-autosave.js'
import { keyName } from '../caption/shortcuts.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import { useNotices } from '../ui/notices.js'
import styles from './Findings.module.css'
import { groupFindings } from './group-findings.js'
import { useFindings } from './useFindings.js'

interface FindingsProps {
  readonly ids: readonly PhotoId[]
  readonly storyId: StoryId | null
  readonly readOnly: boolean
}

/** What the house rules find in the selection, each with a sentence and, where it is safe, a fix; Alt+Enter does the first. */
export function Findings({ ids, storyId, readOnly }: FindingsProps) {
  const { t } = useTranslation('checks')
  const errorText = useErrorText()
  const { say, fail } = useNotices()
  const groups = groupFindings(useFindings(ids, storyId))
  const firstFixable = groups.find(({ fixable }) => fixable.length > 0)

  const fix = (rule: CheckRule, photoIds: readonly PhotoId[]) => {
    photoAutosave.dispatch({ type: 'flush' })
    invoke('photos.fix', { ids: [...photoIds], rule, storyId }).then(
      ({ changed }) => say(t('fixed', { count: changed })),
      (thrown: unknown) => fail(errorText(CutlineError.from(thrown))),
    )
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return
    if (readOnly || firstFixable === undefined || document.querySelector('[role="dialog"]') !== null) return
    event.preventDefault()
    fix(firstFixable.rule, firstFixable.fixable)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  if (groups.length === 0) return null
  return (
    <section className={styles.findings} aria-label={t('findings')} data-testid="findings">
      <h3 className={styles.title}>{t('findings')}</h3>
      <ul className={styles.list}>
        {groups.map(({ rule, blocks, photoIds, fixable, first }) => (
          <li key={rule} className={styles.item} data-blocks={blocks} data-testid={`finding-${rule}`}>
            <span className={styles.text}>
              {t(`rule${rule}`, first.values)}
              {ids.length > 1 && <span className={styles.count}>{t('photos', { count: photoIds.length })}</span>}
              {blocks && <span className={styles.count}>{t('blocks')}</span>}
            </span>
            {fixable.length > 0 && !readOnly && (
              <Button
                variant="quiet"
                className={styles.fix}
                onPress={() => fix(rule, fixable)}
                data-testid={`fix-${rule}`}
              >
                {rule === firstFixable?.rule ? t('fixKey', { key: keyName('Alt', 'Enter') }) : t('fix')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
