import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandOutput } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { Button } from '../ui/Button.js'
import styles from './CreditField.module.css'

interface CreditReadingProps {
  readonly line: string
  readonly readOnly: boolean
  /** Gives the line as the house style prints it. */
  readonly onPrint: (line: string) => void
}

/** Milliseconds without a key before a line is read. */
const rest = 200

/** What a credit's line says, who must be asked for it, and how the house style would print it. */
export function CreditReading({ line, readOnly, onPrint }: CreditReadingProps) {
  const { t } = useTranslation('caption')
  const [read, setRead] = useState<{ line: string; answer: CommandOutput<'credits.read'> } | null>(null)
  useEffect(() => {
    if (line.trim() === '') return
    const timer = setTimeout(() => {
      // The pane itself tells what is wrong with the archive.
      invoke('credits.read', { line }).then(
        (answer) => setRead({ line, answer }),
        () => undefined,
      )
    }, rest)
    return () => clearTimeout(timer)
  }, [line])

  if (line.trim() === '' || read?.line !== line) return null
  const { credit, inHouseStyle } = read.answer
  if (credit === null) {
    return (
      <p className={styles.unread} data-testid="credit-unread">
        {t('creditUnread')}
      </p>
    )
  }
  return (
    <p className={styles.reading} data-testid="credit-reading">
      {credit.parts
        .map(({ kind, organisation, role, names }) =>
          [t(`creditKind${kind}`), organisation, role, names.join('、')].filter(Boolean).join(' · '),
        )
        .join(' ＋ ')}
      {inHouseStyle !== null && inHouseStyle !== line && !readOnly && (
        <Button
          variant="quiet"
          className={styles.print}
          onPress={() => onPrint(inHouseStyle)}
          data-testid="credit-print"
        >
          {t('creditPrint', { line: inHouseStyle })}
        </Button>
      )}
    </p>
  )
}
