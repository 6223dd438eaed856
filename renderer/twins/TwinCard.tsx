import type { PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Twin, TwinReason } from '#contract'
import { byteText } from '../jobs/amount-text.js'
import { usePreview } from '../loupe/usePreview.js'
import { CheckIcon } from '../ui/icons.js'
import { Thumbnail } from '../ui/Thumbnail.js'
import styles from './Twins.module.css'

/** The place that is magnified in every picture alike, in percent of its width and height; null while they are shown whole. */
export type Spot = { readonly x: number; readonly y: number } | null

interface TwinCardProps {
  readonly twin: Twin
  /** Why this one is suggested; null for the others. */
  readonly reasons: readonly TwinReason[] | null
  readonly chosen: boolean
  readonly textChosen: boolean
  readonly readOnly: boolean
  readonly spot: Spot
  readonly onSpot: (spot: Spot) => void
  readonly onChoose: () => void
  readonly onUseText: (use: boolean) => void
}

const magnified = 'scale(3)'

/** One photo of a group: its picture, what is known of its file, and what is written about it. */
export function TwinCard(props: TwinCardProps) {
  const { twin, reasons, chosen, textChosen, readOnly, spot, onSpot, onChoose, onUseText } = props
  const { photo, distance, stories } = twin
  const { t, i18n } = useTranslation('twins')
  const { address } = usePreview(photo, [])
  const hasText = photo.caption !== '' || photo.credit !== ''
  const follow = (event: PointerEvent<HTMLElement>) => {
    if (spot === null) return
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
    onSpot({ x: ((event.clientX - left) / width) * 100, y: ((event.clientY - top) / height) * 100 })
  }
  const facts = [
    { name: t('size'), value: t('pixels', { width: photo.width, height: photo.height }), lacks: false },
    {
      name: t('file'),
      value: t('fileText', { format: photo.format.toUpperCase(), bytes: byteText(photo.bytes, i18n.language) }),
      lacks: false,
    },
    { name: t('taken'), value: photo.takenAt?.replace('T', ' ') ?? t('unknown'), lacks: photo.takenAt === null },
    { name: t('camera'), value: photo.camera || t('unknown'), lacks: photo.camera === '' },
    { name: t('caption'), value: photo.caption || t('noCaption'), lacks: photo.caption === '' },
    { name: t('credit'), value: photo.credit || t('noCredit'), lacks: photo.credit === '' },
    {
      name: t('stories'),
      value: stories.map(({ headline }) => headline || t('untitled')).join('、') || t('noStories'),
      lacks: stories.length === 0,
    },
    ...(reasons === null
      ? [{ name: t('distance'), value: t('distanceText', { number: distance }), lacks: false }]
      : []),
  ]
  return (
    <article className={styles.card} data-chosen={chosen} data-testid="twin" data-file={photo.file}>
      <button
        type="button"
        role="radio"
        aria-checked={chosen}
        aria-label={`${photo.file}${reasons === null ? '' : ` · ${t('best')}`}`}
        className={styles.picture}
        tabIndex={chosen ? 0 : -1}
        onClick={onChoose}
        onPointerMove={follow}
        data-testid="twin-choose"
      >
        {address === null ? (
          <Thumbnail sha256={photo.sha256} className={styles.image} />
        ) : (
          <img
            className={styles.image}
            src={address}
            alt=""
            draggable={false}
            style={spot === null ? {} : { transform: magnified, transformOrigin: `${spot.x}% ${spot.y}%` }}
          />
        )}
        {chosen && (
          <span className={styles.mark}>
            <CheckIcon />
          </span>
        )}
      </button>
      <h3 className={styles.name} title={photo.file}>
        {photo.file}
      </h3>
      <p className={styles.why} data-testid="twin-why">
        {reasons === null
          ? ''
          : [t('best'), reasons.map((reason) => t(`why-${reason}`)).join('、')].filter(Boolean).join('：')}
      </p>
      <dl className={styles.facts}>
        {facts.map(({ name, value, lacks }) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd data-lacks={lacks}>{value}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.text} data-disabled={!hasText || readOnly}>
        <input
          type="checkbox"
          checked={textChosen}
          disabled={!hasText || readOnly}
          onChange={(event) => onUseText(event.target.checked)}
          data-testid="twin-text"
        />
        {t('useText')}
      </label>
    </article>
  )
}
