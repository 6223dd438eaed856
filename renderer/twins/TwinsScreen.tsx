import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../i18n/useErrorText.js'
import { Blank } from '../ui/Blank.js'
import { Button } from '../ui/Button.js'
import { IconButton } from '../ui/IconButton.js'
import { ArrowLeftIcon, ArrowRightIcon, CheckIcon, PictureIcon, WarningIcon } from '../ui/icons.js'
import { AsideList } from './AsideList.js'
import type { Spot } from './TwinCard.js'
import { TwinGroupView } from './TwinGroupView.js'
import styles from './Twins.module.css'
import { useTwins, useTwinsCount } from './useTwins.js'

/** The worklist of near duplicates: group by group side by side, and the photos that were set aside. */
export function TwinsScreen({ readOnly }: { readonly readOnly: boolean }) {
  const { t, i18n } = useTranslation('twins')
  const errorText = useErrorText()
  const { found, error, reload } = useTwins()
  const count = useTwinsCount()
  const [asideOpen, setAsideOpen] = useState(false)
  const [wantedAt, setAt] = useState(0)
  const [spot, setSpot] = useState<Spot>(null)
  const number = new Intl.NumberFormat(i18n.language)

  const groups = found?.groups ?? []
  // What was decided is gone from the list, so that the next group stands in its place.
  const at = Math.max(0, Math.min(wantedAt, groups.length - 1))
  const group = groups[at]
  const step = (by: 1 | -1) => setAt(Math.max(0, Math.min(at + by, groups.length - 1)))
  const pending = found?.pending ?? 0
  return (
    <section className={styles.screen} aria-label={t('title')} data-testid="twins-screen">
      <header className={styles.bar}>
        <h2 className={styles.title}>{t(asideOpen ? 'aside' : 'title')}</h2>
        <span className={styles.place} aria-live="polite" data-testid="twins-place">
          {!asideOpen && group !== undefined && found !== null
            ? t('group', { at: number.format(at + 1), total: number.format(found.total) })
            : ''}
        </span>
        {!asideOpen && group !== undefined && (
          <>
            <IconButton label={t('previousGroup')} onPress={() => step(-1)} isDisabled={at === 0}>
              <ArrowLeftIcon />
            </IconButton>
            <IconButton label={t('nextGroup')} onPress={() => step(1)} isDisabled={at >= groups.length - 1}>
              <ArrowRightIcon />
            </IconButton>
            <Button onPress={() => setSpot(spot === null ? { x: 50, y: 50 } : null)} data-testid="twins-zoom">
              {t(spot === null ? 'zoomIn' : 'zoomOut')}
            </Button>
          </>
        )}
        <Button variant="quiet" onPress={() => setAsideOpen(!asideOpen)} data-testid="twins-aside">
          {asideOpen ? t('backToGroups') : t('showAside', { number: number.format(count?.setAside ?? 0) })}
        </Button>
      </header>
      {pending > 0 && !asideOpen && (
        <p className={styles.pending} role="status">
          {t('pending', { count: pending, number: number.format(pending) })}
        </p>
      )}
      {asideOpen ? (
        <AsideList readOnly={readOnly} />
      ) : error !== null ? (
        <div className={styles.stage}>
          <Blank icon={<WarningIcon />} title={t('failed', { reason: errorText(error) })} role="alert">
            <Button variant="primary" onPress={() => void reload()}>
              {t('retry')}
            </Button>
          </Blank>
        </div>
      ) : found === null ? (
        <div className={styles.stage}>
          <Blank icon={<PictureIcon />} title={t('loading')} />
        </div>
      ) : group === undefined ? (
        <div className={styles.stage}>
          <Blank icon={<CheckIcon />} title={t('none')} hint={t('noneHint')} data-testid="twins-none" />
        </div>
      ) : (
        <TwinGroupView
          key={group.twins.map(({ photo }) => photo.id).join(' ')}
          group={group}
          readOnly={readOnly}
          spot={spot}
          onSpot={setSpot}
          onStep={step}
          onDecided={reload}
        />
      )}
    </section>
  )
}
