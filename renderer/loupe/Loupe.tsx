import type { CSSProperties, KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#contract'
import { photoAutosave } from '../caption/photo-autosave.js'
import { CullMarks } from '../culling/CullMarks.js'
import { usePhotoAt } from '../contact-sheet/followed.js'
import type { PhotoList } from '../contact-sheet/usePhotoList.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { RightsMark } from '../rights/RightsMark.js'
import type { SelectionControl } from '../selection/useSelection.js'
import type { ChangeSettings } from '../settings/useSettings.js'
import { invoke } from '../bridge/bridge.js'
import { useFailure } from '../shell/useFailure.js'
import { Button } from '../ui/Button.js'
import { IconButton } from '../ui/IconButton.js'
import { ArrowLeftIcon, ArrowRightIcon, PeopleIcon } from '../ui/icons.js'
import { useNotices } from '../ui/notices.js'
import { Thumbnail } from '../ui/Thumbnail.js'
import { FaintPeople } from './FaintPeople.js'
import styles from './Loupe.module.css'
import { PeopleLayer } from './PeopleLayer.js'
import { PeoplePanel } from './PeoplePanel.js'
import { usePeopleBoxes } from './usePeopleBoxes.js'
import { usePreview } from './usePreview.js'

interface LoupeProps {
  readonly list: PhotoList
  readonly control: SelectionControl
  readonly readOnly: boolean
  readonly settings: Settings
  readonly onSettings: ChangeSettings
  readonly onClose: () => void
}

/** The photo that the keyboard is on, as large as the place allows; its caption under it, its people marked where asked for. */
export function Loupe({ list, control, readOnly, settings, onSettings, onClose }: LoupeProps) {
  const { t, i18n } = useTranslation('sheet')
  const { t: tPeople } = useTranslation('people')
  const { say } = useNotices()
  const attempt = useFailure()
  const errorText = useErrorText()
  const root = useRef<HTMLElement>(null)
  const [actualSize, setActualSize] = useState(false)
  const [wantsMarking, setMarking] = useState(false)

  const at = control.focusAt ?? 0
  const total = list.total ?? 0
  const photo = usePhotoAt(list, at)
  const { address, error, retry } = usePreview(photo, [usePhotoAt(list, at + 1), usePhotoAt(list, at - 1)])
  const boxes = usePeopleBoxes(photo)
  const marking = wantsMarking && !readOnly && photo !== undefined && error === null
  const { look } = list
  useEffect(() => look(Math.max(0, at - 1), at + 1), [look, at])
  useEffect(() => root.current?.focus({ preventScroll: true }), [])

  const leave = () => {
    setMarking(false)
    root.current?.focus({ preventScroll: true })
  }
  const togglePeople = () => onSettings({ showPeople: !settings.showPeople })
  const mark = () => {
    if (photo === undefined || boxes.positions?.changes !== true) return
    // What was typed a moment ago comes first.
    photoAutosave.dispatch({ type: 'flush' })
    attempt(async () => {
      await invoke('positions.mark', { ids: [photo.id], fields: ['caption', 'people'], apply: true })
      say(tPeople('done'))
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const act = keys[event.key]
    if (act === undefined || (event.target !== root.current && (event.key === ' ' || event.key === 'Enter'))) return
    if (marking && (event.key === ' ' || event.key === 'Enter' || event.key.startsWith('Arrow'))) return
    if ((act === 'mark' && !marking) || (act === 'people' && readOnly)) return
    event.preventDefault()
    if (act === 'people' && marking) leave()
    else if (act === 'people') setMarking(true)
    else if (act === 'mark') mark()
    else if (act === 'faint') togglePeople()
    else if (act === 'close' && marking) leave()
    else if (act === 'close') onClose()
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
        {photo !== undefined && <CullMarks photo={photo} />}
        <span className={styles.place} aria-live="polite">
          {t('place', { at: number.format(at + 1), total: number.format(total) })}
        </span>
        <IconButton label={t('previous')} onPress={() => control.step(-1)} isDisabled={at === 0}>
          <ArrowLeftIcon />
        </IconButton>
        <IconButton label={t('next')} onPress={() => control.step(1)} isDisabled={at >= total - 1}>
          <ArrowRightIcon />
        </IconButton>
        {boxes.regions.length > 0 && !marking && (
          <Button variant="quiet" onPress={togglePeople} aria-pressed={settings.showPeople} data-testid="toggle-people">
            {tPeople(settings.showPeople ? 'hide' : 'show')}
          </Button>
        )}
        {!readOnly && (
          <Button
            onPress={() => (marking ? leave() : setMarking(true))}
            aria-pressed={marking}
            isDisabled={photo === undefined || error !== null}
            data-testid="mark-people"
          >
            <PeopleIcon />
            {tPeople('enterKey')}
          </Button>
        )}
        <Button onPress={() => setActualSize((before) => !before)}>{actualSize ? t('zoomOut') : t('zoomIn')}</Button>
      </header>
      <div className={styles.middle}>
        <div className={styles.stage} data-actual={actualSize} onDoubleClick={() => setActualSize((before) => !before)}>
          {error !== null ? (
            <div className={styles.failed} role="alert">
              <p>{t('previewFailed', { reason: errorText(error) })}</p>
              <Button onPress={retry}>{t('retry')}</Button>
            </div>
          ) : (
            photo !== undefined && (
              // A custom property, which React's type of styles does not know.
              <div className={styles.picture} style={{ '--ratio': photo.width / photo.height } as CSSProperties}>
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
                <RightsMark photo={photo} />
                {marking && <PeopleLayer key={photo.id} photo={photo} boxes={boxes} onLeave={leave} />}
                {!marking && settings.showPeople && <FaintPeople regions={boxes.regions} />}
              </div>
            )
          )}
        </div>
        {marking && <PeoplePanel boxes={boxes} onMark={mark} onLeave={leave} />}
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

const keys: Partial<Record<string, 'close' | 'zoom' | 'people' | 'mark' | 'faint' | 1 | -1>> = {
  p: 'people',
  P: 'people',
  m: 'mark',
  M: 'mark',
  b: 'faint',
  B: 'faint',
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
