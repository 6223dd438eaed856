import type { KeyboardEvent, PointerEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo } from '#contract'
import type { Box, Corner, Point } from './box-geometry.js'
import { boxAt, boxBetween, drawnBox, grownBox, movedBox, nextPlace } from './box-geometry.js'
import { NameEntry } from './NameEntry.js'
import styles from './People.module.css'
import type { PeopleBoxes } from './usePeopleBoxes.js'

interface PeopleLayerProps {
  readonly photo: Photo
  readonly boxes: PeopleBoxes
  readonly onLeave: () => void
}

/** A box under way, which is saved when the pointer or the key is let go. */
interface Draft {
  /** Place in the regions; null for a new one. */
  readonly region: number | null
  readonly box: Box
}

interface Drag {
  readonly region: number | null
  readonly corner: Corner | null
  readonly from: Point
  readonly before: Box
  /** Where the pointer went down, CSS pixels. */
  readonly client: Point
}

const corners: readonly Corner[] = ['nw', 'ne', 'sw', 'se']
/** Pixels within which a press is a click. */
const slop = 5
/** Parts of the picture by which an arrow moves a box. */
const nudge = 0.01

/** Over the picture: boxes are drawn, or put by a click; moved, resized, named and removed by pointer and by keyboard. */
export function PeopleLayer({ photo, boxes, onLeave }: PeopleLayerProps) {
  const { t } = useTranslation('people')
  const root = useRef<HTMLDivElement>(null)
  const elements = useRef(new Map<number, HTMLElement>())
  const drag = useRef<Drag | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const { regions, order, selected, naming, select } = boxes
  const ratio = photo.width / photo.height

  useEffect(() => root.current?.focus({ preventScroll: true }), [])
  // The keyboard follows the box that is chosen, but not out of the side panel or the caption.
  useEffect(() => {
    if (naming || root.current?.contains(document.activeElement) !== true) return
    focusOn(root.current, selected === null ? undefined : elements.current.get(selected))
  }, [selected, naming])
  // The box that it was on may be gone.
  useEffect(() => {
    if (document.activeElement !== document.body) return
    focusOn(root.current, selected === null ? undefined : elements.current.get(selected))
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only where boxes came or went
  }, [regions.length])

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const frame = root.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1)
    return { x: (clientX - frame.x) / frame.width, y: (clientY - frame.y) / frame.height }
  }
  const boxOf = (region: number): Box => {
    if (draft?.region === region) return draft.box
    return regions[region] ?? { x: 0, y: 0, width: 0, height: 0 }
  }
  const settle = () => {
    if (draft === null) return
    setDraft(null)
    if (draft.region === null) boxes.add(draft.box)
    else boxes.reshape(draft.region, draft.box)
  }

  const down = (event: PointerEvent, region: number | null, corner: Corner | null) => {
    if (event.button !== 0) return
    event.stopPropagation()
    event.preventDefault()
    // Leaves the name that is being typed, which is taken with it.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur()
    root.current?.focus({ preventScroll: true })
    root.current?.setPointerCapture(event.pointerId)
    const from = pointOf(event)
    const before = region === null ? boxBetween(from, from) : boxOf(region)
    drag.current = { region, corner, from, before, client: { x: event.clientX, y: event.clientY } }
    if (region !== null) select(region)
  }
  /** The box as the pointer has drawn it; null while it has hardly moved. */
  const drawn = (event: PointerEvent, now: Drag): Box | null => {
    const isClick = Math.hypot(event.clientX - now.client.x, event.clientY - now.client.y) < slop
    if (isClick && draft === null) return null
    const to = pointOf(event)
    if (now.region === null) return boxBetween(now.from, to)
    if (now.corner !== null) return drawnBox(now.before, now.corner, to)
    return movedBox(now.before, to.x - now.from.x, to.y - now.from.y)
  }
  const move = (event: PointerEvent) => {
    const now = drag.current
    const box = now === null ? null : drawn(event, now)
    if (now !== null && box !== null) setDraft({ region: now.region, box })
  }
  const up = (event: PointerEvent) => {
    const now = drag.current
    if (now === null) return
    const box = drawn(event, now)
    drag.current = null
    setDraft(null)
    if (now.region === null) boxes.add(box ?? boxAt(now.from, regions, ratio))
    else if (box !== null) boxes.reshape(now.region, box)
  }
  const cancel = () => {
    drag.current = null
    setDraft(null)
  }

  const go = (by: 1 | -1): boolean => {
    const at = selected === null ? (by === 1 ? -1 : order.length) : order.indexOf(selected)
    const next = order[at + by]
    if (next === undefined) return false
    settle()
    select(next)
    elements.current.get(next)?.focus({ preventScroll: true })
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const arrow = arrows[event.key]
    if (arrow !== undefined && selected !== null) {
      const [across, down_] = arrow
      const change = event.shiftKey ? grownBox : movedBox
      setDraft({ region: selected, box: change(boxOf(selected), across * nudge, down_ * nudge * ratio) })
    } else if (event.key === 'Tab') {
      if (!go(event.shiftKey ? -1 : 1)) {
        settle()
        return
      }
    } else if (event.key === 'Enter' && selected !== null) {
      settle()
      select(selected, true)
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && selected !== null) {
      setDraft(null)
      boxes.remove(selected)
    } else if (event.key === 'Escape') {
      if (drag.current !== null || draft !== null) cancel()
      else onLeave()
    } else if (event.key.toLowerCase() === 'n') {
      settle()
      boxes.add(boxAt(nextPlace(regions), regions, ratio))
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const shown = regions.map((region, at) => ({ ...region, ...boxOf(at) }))
  return (
    <div
      ref={root}
      className={styles.layer}
      role="group"
      aria-label={t('layer')}
      tabIndex={selected === null ? 0 : -1}
      onPointerDown={(event) => down(event, null, null)}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={cancel}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => event.key in arrows && settle()}
      onBlur={() => drag.current === null && settle()}
      onDoubleClick={(event) => event.stopPropagation()}
      data-testid="people-layer"
    >
      {shown.map(({ name, ...box }, at) => (
        <div
          key={at}
          ref={(element) => {
            if (element === null) elements.current.delete(at)
            else elements.current.set(at, element)
          }}
          role="button"
          tabIndex={selected === at ? 0 : -1}
          aria-pressed={selected === at}
          aria-label={t('box', { at: order.indexOf(at) + 1, name: name === '' ? t('unnamed') : name })}
          className={styles.box}
          style={styleOf(box)}
          data-chosen={selected === at}
          data-testid="person-box"
          data-name={name}
          onPointerDown={(event) => down(event, at, null)}
          onDoubleClick={() => select(at, true)}
          onFocus={() => selected !== at && select(at)}
        >
          {!(naming && selected === at) && (
            <span className={styles.tag} data-unnamed={name === ''}>
              {name === '' ? t('unnamed') : name}
            </span>
          )}
          {selected === at &&
            corners.map((corner) => (
              <span
                key={corner}
                className={styles.corner}
                data-corner={corner}
                onPointerDown={(event) => down(event, at, corner)}
              />
            ))}
        </div>
      ))}
      {draft?.region === null && <div className={styles.box} data-chosen="true" style={styleOf(draft.box)} />}
      {naming && selected !== null && (
        <div className={styles.entryPlace} style={entryPlaceOf(boxOf(selected))}>
          <NameEntry
            key={selected}
            photoId={photo.id}
            name={regions[selected]?.name ?? ''}
            taken={regions.flatMap(({ name }, at) => (at === selected || name === '' ? [] : [name]))}
            onDone={(name, stay) => {
              boxes.rename(selected, name)
              // Another box may have been chosen meanwhile, which took the keyboard from here.
              if (stay) {
                select(selected)
                root.current?.focus({ preventScroll: true })
              } else select(null)
            }}
          />
        </div>
      )}
    </div>
  )
}

function focusOn(root: HTMLElement | null, box: HTMLElement | undefined): void {
  const target = box ?? root
  target?.focus({ preventScroll: true })
}

const arrows: Partial<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function styleOf({ x, y, width, height }: Box) {
  return { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` }
}

/** How wide a name entry is, CSS pixels (People.module.css). */
const entryWidth = 210

/** Below the box, or above it in the lower half; never beyond the picture's sides. */
function entryPlaceOf({ x, y, width, height }: Box) {
  const middle = `${(x + width / 2) * 100}% - ${entryWidth / 2}px`
  const isLow = y + height > 0.55
  return {
    left: `max(0px, min(${middle}, 100% - ${entryWidth}px))`,
    ...(isLow ? { bottom: `${(1 - y) * 100}%` } : { top: `${(y + height) * 100}%` }),
  }
}
