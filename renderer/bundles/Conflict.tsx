import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BundleDecision, MergeRule, PlannedField } from '#contract'
import { Button } from '../ui/Button.js'
import { TextArea } from '../ui/TextArea.js'
import { MarkedParts } from '../ui/MarkedParts.js'
import { differingParts } from '../ui/text-difference.js'
import styles from './BundleDialog.module.css'
import type { Choices } from './decisions.js'
import { decided } from './decisions.js'
import { canBeWritten, fieldName, fieldText } from './field-words.js'
import { ToldChanges } from './ToldChanges.js'

interface ConflictProps {
  readonly field: PlannedField
  readonly ofStory: boolean
  readonly choices: Choices
  readonly rule: MergeRule | null
  readonly onChoose: (id: string, take: BundleDecision['take'] | null) => void
}

/** A field that both sides have changed: both texts with what differs marked, who changed them, and what becomes of it. */
export function Conflict({ field, ofStory, choices, rule, onChoose }: ConflictProps) {
  const { t } = useTranslation('bundles')
  const { t: embedded } = useTranslation('embedded')
  const [writing, setWriting] = useState(false)
  const name = fieldName(field, ofStory, { t, embedded })
  const [here, there] = [fieldText(field, field.here, t), fieldText(field, field.there, t)]
  const parts = useMemo(() => differingParts(here, there), [here, there])
  const take = choices.get(field.id) ?? null
  const result = decided(field, choices, rule)
  const chosen = take ?? rule
  const written = typeof take === 'object' && take !== null ? take.text : null
  const takes = (side: 'here' | 'there') =>
    chosen === (side === 'here' ? 'mine' : 'theirs') || (chosen === 'newer' && field.newer === side)
  const choose = (next: BundleDecision['take']) => {
    setWriting(false)
    onChoose(field.id, take === next ? null : next)
  }
  const canJoin = JSON.stringify(field.joined) !== JSON.stringify(field[field.newer])
  const write = () => {
    setWriting(true)
    const text = result === null ? fieldText(field, field[field.newer], t) : fieldText(field, result.value, t)
    onChoose(field.id, { text })
  }
  const side = (which: 'here' | 'there') => (
    <div className={styles.side} data-taken={takes(which)}>
      <h4>
        {t(which)}
        {field.newer === which && <span className={styles.newer}>{t('isNewer')}</span>}
      </h4>
      <p className={styles.text} data-testid={`conflict-${which}`}>
        {(which === 'here' ? here : there) === '' ? (
          <em>{t('empty')}</em>
        ) : (
          <MarkedParts parts={which === 'here' ? parts.one : parts.other} />
        )}
      </p>
      <ToldChanges
        changes={which === 'here' ? field.changesHere : field.changesThere}
        source={which === 'there' ? field.source : null}
      />
      <Button
        onPress={() => choose(which === 'here' ? 'mine' : 'theirs')}
        aria-pressed={takes(which)}
        data-testid={`conflict-take-${which}`}
      >
        {t(which === 'here' ? 'takeMine' : 'takeTheirs')}
      </Button>
    </div>
  )
  return (
    <section
      className={styles.conflict}
      aria-label={name}
      data-decided={result !== null}
      data-testid={`conflict-${field.field}`}
    >
      <header>
        <strong>{name}</strong>
        <span className={styles.when}>
          {result === null ? t('stillOpen') : take === null ? t('byRule') : t('isDecided')}
        </span>
      </header>
      <div className={styles.sides}>
        {side('here')}
        {side('there')}
      </div>
      <div className={styles.more}>
        {canJoin && (
          <Button onPress={() => choose('join')} aria-pressed={chosen === 'join'} data-testid="conflict-join">
            {t('join')}
          </Button>
        )}
        {canBeWritten(field, field.field) && (
          <Button onPress={write} aria-pressed={written !== null} data-testid="conflict-write">
            {t('write')}
          </Button>
        )}
      </div>
      {writing && written !== null ? (
        <TextArea
          label={t('becomes')}
          value={written}
          onChange={(text) => onChoose(field.id, { text })}
          rows={3}
          autoFocus
          data-testid="conflict-text"
        />
      ) : (
        result !== null &&
        (written !== null || chosen === 'join') && (
          <p className={styles.text}>
            <span className={styles.when}>{t('becomes')}</span>
            <br />
            {fieldText(field, result.value, t) || <em>{t('empty')}</em>}
          </p>
        )
      )}
    </section>
  )
}
