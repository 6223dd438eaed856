import type { TFunction } from 'i18next'
import type { MouseEvent } from 'react'
import { memo, useEffect, useRef, useState } from 'react'
import type { Photo } from '#contract'
import { photoScheme } from '#contract'
import { CullMarks } from '../culling/CullMarks.js'
import { colourOf } from '../culling/labels.js'
import { startAtMark } from '../finding/marked-pieces.js'
import { MarkedText } from '../finding/MarkedText.js'
import type { Marks } from '../finding/useHighlights.js'
import { spansOf } from '../finding/useHighlights.js'
import { RightsMark } from '../rights/RightsMark.js'
import type { Held } from '../selection/useSelection.js'
import { belongingMarks } from '../ui/belongings.js'
import { NoCaptionIcon, NoCreditIcon, PictureIcon } from '../ui/icons.js'
import type { Grid } from './grid.js'
import { fitIn } from './grid.js'
import styles from './PhotoTile.module.css'
import { tileLabel } from './tile-label.js'
import type { PhotoActs } from './usePhotoActs.js'

interface PhotoTileProps extends PhotoActs {
  readonly photo: Photo
  readonly at: number
  readonly total: number
  readonly grid: Grid
  /** The texts, asked for once for all tiles: what looks for them costs as much as a tile. */
  readonly t: TFunction<'sheet'>
  readonly culling: TFunction<'culling'>
  readonly selected: boolean
  readonly focused: boolean
  /** Where its texts hold the words that are looked for. */
  readonly marks: Marks | undefined
}

/** A photo on the contact sheet: its picture, the start of its caption, its file's name, and what it lacks. */
export const PhotoTile = memo(function PhotoTile(props: PhotoTileProps) {
  const { photo, at, total, grid, t, culling, selected, focused, marks, onClick, onOpen, onDragStart } = props
  // Pressing selects at once; on photos selected already only letting go does, as they may be about to be dragged.
  const onMouseDown = (event: MouseEvent) => {
    if (event.button === 0 && (!selected || isModified(event))) onClick(photo, at, heldOf(event))
  }
  const onRelease = (event: MouseEvent) => {
    if (event.button === 0 && selected && !isModified(event)) onClick(photo, at, heldOf(event))
  }
  return (
    <div
      id={tileId(photo)}
      role="option"
      aria-label={tileLabel(photo, t, culling)}
      aria-selected={selected}
      aria-setsize={total}
      aria-posinset={at + 1}
      className={styles.tile}
      style={{ width: grid.tile }}
      draggable
      data-focused={focused}
      data-rejected={photo.flag === 'reject' || photo.rating === -1}
      data-testid="photo-tile"
      data-photo-id={photo.id}
      data-file={photo.file}
      onMouseDown={onMouseDown}
      onClick={onRelease}
      onDoubleClick={onOpen}
      onDragStart={(event) => onDragStart(photo, at, event)}
    >
      <Picture photo={photo} grid={grid} t={t} />
      <div className={styles.words} data-large={grid.largeWords} aria-hidden="true">
        <div className={styles.caption} data-missing={photo.caption === ''} title={photo.caption}>
          {photo.caption === '' ? (
            <span className={styles.mark} data-testid="missing-caption">
              <NoCaptionIcon /> {t('missingCaption')}
            </span>
          ) : (
            <CaptionStart caption={photo.caption} marks={marks} room={grid.largeWords ? 24 : 10} />
          )}
        </div>
        <div className={styles.foot}>
          <CullMarks photo={photo} />
          <span className={styles.file} title={photo.file}>
            <MarkedText text={photo.file} spans={spansOf(marks, 'file')} />
          </span>
          {photo.credit === '' && (
            <span className={styles.mark} title={t('missingCredit')} data-testid="missing-credit">
              <NoCreditIcon />
              {grid.largeWords && t('missingCredit')}
            </span>
          )}
        </div>
      </div>
    </div>
  )
})

/** As much of the caption as there is room for, its first match within it. */
function CaptionStart({ caption, marks, room }: { caption: string; marks: Marks | undefined; room: number }) {
  const { text, spans } = startAtMark(caption, spansOf(marks, 'caption'), room)
  return <MarkedText text={text} spans={spans} />
}

function Picture({ photo, grid, t }: Pick<PhotoTileProps, 'photo' | 'grid' | 't'>) {
  const image = useRef<HTMLImageElement>(null)
  const address = `${photoScheme}://thumbnail/${photo.sha256}`
  useEffect(() => {
    const { current } = image
    // React's strict mode takes every effect back once and does it again.
    if (current !== null && !current.hasAttribute('src')) current.src = address
    // What has scrolled away is not fetched any more.
    return () => current?.removeAttribute('src')
  }, [address])
  const [failed, setFailed] = useState(false)
  const [loaded, setLoaded] = useState(false)
  // The place of the picture has its proportions from the start, so that nothing moves when it comes.
  const colour = colourOf(photo.label)
  const size = fitIn({ width: grid.tile, height: grid.picture }, photo)
  return (
    <div className={styles.picture} style={{ height: grid.picture }}>
      <div
        className={styles.frame}
        style={colour === null ? size : { ...size, boxShadow: `0 0 0 3px ${colour}` }}
        data-loaded={loaded && !failed}
      >
        {failed ? (
          <span className={styles.sign}>
            <PictureIcon />
            {photo.format.toUpperCase()}
          </span>
        ) : (
          <img
            ref={image}
            className={styles.image}
            src={address}
            width={size.width}
            height={size.height}
            alt=""
            decoding="async"
            draggable={false}
            onLoad={() => setLoaded(true)}
            onError={() => setFailed(true)}
          />
        )}
        <Belongings photo={photo} t={t} />
        <RightsMark photo={photo} />
      </div>
    </div>
  )
}

/** What belongs to the photo: letters on its lower corner, with the files' names where the pointer rests. */
function Belongings({ photo, t }: Pick<PhotoTileProps, 'photo' | 't'>) {
  const marks = belongingMarks(photo)
  if (marks.length === 0) return null
  const names = photo.companions.map(({ file }) => file).join(t('listSeparator'))
  return (
    <span className={styles.belongings} title={names} data-testid="belongings">
      {marks.map((mark) => (
        <span key={mark}>{t(`belongs_${mark}`)}</span>
      ))}
    </span>
  )
}

/** The element id of a photo's tile, for aria-activedescendant. */
export function tileId({ id }: Photo): string {
  return `photo-${id}`
}

function isModified(event: MouseEvent): boolean {
  return event.shiftKey || event.ctrlKey || event.metaKey
}

function heldOf(event: MouseEvent): Held {
  return { shift: event.shiftKey, mod: event.ctrlKey || event.metaKey }
}
