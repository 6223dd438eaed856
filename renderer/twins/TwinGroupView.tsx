import type { KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoId, TwinGroup } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useFailure } from '../shell/useFailure.js'
import { Button } from '../ui/Button.js'
import { useNotices } from '../ui/notices.js'
import { type Spot, TwinCard } from './TwinCard.js'
import styles from './Twins.module.css'

interface TwinGroupViewProps {
  readonly group: TwinGroup
  readonly readOnly: boolean
  readonly spot: Spot
  readonly onSpot: (spot: Spot) => void
  /** 1 goes to the next group, -1 to the one before. */
  readonly onStep: (step: 1 | -1) => void
  /** Resolves when what is left to decide is shown. */
  readonly onDecided: () => Promise<void>
}

/** A group of near duplicates side by side, and what can be decided about it. */
export function TwinGroupView({ group, readOnly, spot, onSpot, onStep, onDecided }: TwinGroupViewProps) {
  const { t } = useTranslation('twins')
  const { say } = useNotices()
  const attempt = useFailure()
  const root = useRef<HTMLDivElement>(null)
  const { twins, reasons } = group
  const [chosen, setChosen] = useState(0)
  const [textFrom, setTextFrom] = useState<PhotoId | null>(null)
  const [deciding, setDeciding] = useState(false)
  const ids = twins.map(({ photo }) => photo.id)
  const kept = twins[chosen]?.photo
  useEffect(() => root.current?.focus({ preventScroll: true }), [])

  const decide = (decision: () => Promise<unknown>) => {
    if (readOnly || deciding) return
    setDeciding(true)
    attempt(() =>
      decision()
        .then(onDecided)
        .finally(() => setDeciding(false)),
    )
  }
  const keep = () =>
    decide(async () => {
      if (kept === undefined) return
      const setAside = ids.filter((id) => id !== kept.id)
      const text = textFrom === null ? {} : { textFrom }
      const { stories } = await invoke('twins.keep', { keep: kept.id, setAside, ...text })
      const told = t('kept', { file: kept.file, count: setAside.length })
      say(stories > 0 ? `${told} ${t('storiesMoved', { count: stories })}` : told)
    })
  const different = () =>
    decide(async () => {
      await invoke('twins.different', { ids })
      say(t('saidDifferent'))
    })
  const choose = (at: number) => {
    if (at < 0 || at >= twins.length) return
    setChosen(at)
    root.current?.focus({ preventScroll: true })
  }
  const takeText = (id: PhotoId | undefined) => setTextFrom((before) => (before === id ? null : (id ?? null)))

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
    const onButton = event.target instanceof HTMLElement && event.target.closest('button, input') !== null
    if (onButton && (event.key === 'Enter' || event.key === ' ')) {
      // A picture is chosen already where it has the focus: Enter keeps it. Other buttons do their own work.
      const isPicture = (event.target as HTMLElement).role === 'radio' // an HTMLElement by the check above
      if (!isPicture || event.key === ' ') return
    }
    const act = keys[event.key]
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : null
    if (act === undefined && digit === null) return
    event.preventDefault()
    if (digit !== null) choose(digit - 1)
    else if (act === 'keep') keep()
    else if (act === 'different') different()
    else if (act === 'text') takeText(kept?.id)
    else if (act === 'zoom') onSpot(spot === null ? { x: 50, y: 50 } : null)
    else if (act === 'next') onStep(1)
    else if (act === 'previous') onStep(-1)
    else if (act === 'right') choose(chosen + 1)
    else choose(chosen - 1)
  }
  return (
    <>
      <div className={styles.stage} ref={root} tabIndex={-1} onKeyDown={onKeyDown} data-testid="twin-group">
        <div className={styles.cards} role="radiogroup" aria-label={t('copies')}>
          {twins.map((twin, at) => (
            <TwinCard
              key={twin.photo.id}
              twin={twin}
              reasons={at === 0 ? reasons : null}
              chosen={at === chosen}
              textChosen={textFrom === twin.photo.id}
              readOnly={readOnly}
              spot={spot}
              onSpot={onSpot}
              onChoose={() => choose(at)}
              onUseText={(use) => setTextFrom(use ? twin.photo.id : null)}
            />
          ))}
        </div>
      </div>
      <footer className={styles.foot}>
        <span className={styles.keys}>{t('keys')}</span>
        <Button variant="quiet" onPress={() => onStep(1)} data-testid="twins-skip">
          {t('skip')}
        </Button>
        <Button onPress={different} isDisabled={readOnly || deciding} data-testid="twins-different">
          {t('different')}
        </Button>
        <Button variant="primary" onPress={keep} isDisabled={readOnly || deciding} data-testid="twins-keep">
          {t('keep')}
        </Button>
      </footer>
    </>
  )
}

const keys: Partial<Record<string, 'keep' | 'different' | 'text' | 'zoom' | 'next' | 'previous' | 'right' | 'left'>> = {
  Enter: 'keep',
  n: 'different',
  N: 'different',
  c: 'text',
  C: 'text',
  z: 'zoom',
  Z: 'zoom',
  PageDown: 'next',
  PageUp: 'previous',
  ArrowRight: 'right',
  ArrowLeft: 'left',
}
