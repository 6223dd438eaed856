import type { KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoList } from '../contact-sheet/usePhotoList.js'
import { useErrorText } from '../i18n/useErrorText.js'
import type { SelectionControl } from '../selection/useSelection.js'
import { Button } from '../ui/Button.js'
import { IconButton } from '../ui/IconButton.js'
import { ArrowLeftIcon, ArrowRightIcon } from '../ui/icons.js'
import { Thumbnail } from '../ui/Thumbnail.js'
import styles from './Loupe.module.css'
import { usePreview } from './usePreview.js'

interface LoupeProps {
  readonly list: PhotoList
  readonly control: SelectionControl
  readonly onClose: () => void
}

/** The photo that the keyboard is on, as large as the place allows; its caption under it. */
export function Loupe({ list, control, onClose }: LoupeProps) {
  const { t, i18n } = useTranslation('sheet')
  const errorText = useErrorText()
  const root = useRef<HTMLElement>(null)
  const [actualSize, setActualSize] = useState(false)

  const at = control.focusAt ?? 0
  const total = list.total ?? 0
  const photo = list.photoAt(at)
  const { address, error, retry } = usePreview(photo, [list.photoAt(at + 1), list.photoAt(at - 1)])
  const { look } = list
  useEffect(() => look(Math.max(0, at - 1), at + 1), [look, at])
  useEffect(() => root.current?.focus({ preventScroll: true }), [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const act = keys[event.key]
    if (act === undefined || (event.target !== root.current && (event.key === ' ' || event.key === 'Enter'))) return
    event.preventDefault()
    if (act === 'close') onClose()
    else if (act === 'zoom') setActualSize((before) => !before)
    else control.step(act)
  }
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <section
      ref={root}
      className={styles.loupe}
      aria-label={t('loupe')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      data-testid="loupe"
      data-photo-id={photo?.id}
    >
      <header className={styles.bar}>
        <Button variant="quiet" onPress={onClose} data-testid="loupe-back">
          {t('back')}
        </Button>
        <span className={styles.file} title={photo?.file}>
          {photo?.file}
        </span>
        <span className={styles.place} aria-live="polite">
          {t('place', { at: number.format(at + 1), total: number.format(total) })}
        </span>
        <IconButton label={t('previous')} onPress={() => control.step(-1)} isDisabled={at === 0}>
          <ArrowLeftIcon />
        </IconButton>
        <IconButton label={t('next')} onPress={() => control.step(1)} isDisabled={at >= total - 1}>
          <ArrowRightIcon />
        </IconButton>
        <Button onPress={() => setActualSize((before) => !before)}>{actualSize ? t('zoomOut') : t('zoomIn')}</Button>
      </header>
      <div className={styles.stage} data-actual={actualSize} onDoubleClick={() => setActualSize((before) => !before)}>
        {error !== null ? (
          <div className={styles.failed} role="alert">
            <p>{t('previewFailed', { reason: errorText(error) })}</p>
            <Button onPress={retry}>{t('retry')}</Button>
          </div>
        ) : (
          photo !== undefined && (
            <>
              {address === null && <Thumbnail sha256={photo.sha256} className={styles.waiting} />}
              {address !== null && (
                <img
                  key={address}
                  className={styles.preview}
                  src={address}
                  alt={photo.caption || photo.file}
                  draggable={false}
                  data-testid="loupe-preview"
                />
              )}
            </>
          )
        )}
      </div>
      <footer className={styles.words}>
        <p className={styles.caption} data-empty={photo?.caption === ''}>
          {photo?.caption === '' ? t('noCaption') : photo?.caption}
        </p>
        <p className={styles.credit}>{photo?.credit}</p>
      </footer>
    </section>
  )
}

const keys: Partial<Record<string, 'close' | 'zoom' | 1 | -1>> = {
  Escape: 'close',
  ' ': 'close',
  Enter: 'close',
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  z: 'zoom',
  Z: 'zoom',
}
