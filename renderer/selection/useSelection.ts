import { useCallback, useMemo, useReducer, useRef } from 'react'
import type { PhotoId } from '#contract'
import { CutlineError } from '#contract'
import { usePlaceOf } from '../contact-sheet/followed.js'
import type { PhotoList } from '../contact-sheet/usePhotoList.js'
import type { SheetShape } from './arrow-keys.js'
import { placeAfterKey } from './arrow-keys.js'
import type { Selection, Spot } from './selection.js'
import { noSelection, rangeOf, reduceSelection } from './selection.js'

/** Keys held down with a click or an arrow. */
export interface Held {
  /** Draws a range out. */
  readonly shift: boolean
  /** Ctrl, on a Mac Cmd: adds to the selection, or moves the keyboard alone. */
  readonly mod: boolean
}

export interface SelectionControl {
  readonly selection: Selection
  /** Where the keyboard is now: photos may have come before the one it is on. */
  readonly focusAt: number | null
  readonly isSelected: (id: PhotoId) => boolean
  readonly click: (spot: Spot, held: Held) => void
  /** Answers whether the key was one that moves. */
  readonly move: (key: string, held: Held, shape: SheetShape) => boolean
  /** Goes so many photos on and selects that one alone. */
  readonly step: (by: 1 | -1) => void
  readonly toggleFocused: () => void
  readonly selectAll: () => void
  readonly clear: () => void
  readonly set: (ids: readonly PhotoId[]) => void
}

/** The selection over a listing. Ids of photos that have not been fetched are asked for; the last move asked for prevails. */
export function useSelection(list: PhotoList, onError: (error: CutlineError) => void): SelectionControl {
  const [selection, dispatch] = useReducer(reduceSelection, noSelection)
  const turn = useRef(0)
  /** Where the keyboard is headed while ids are on their way, so that keys held down add up. */
  const heading = useRef<number | null>(null)

  const { focus } = selection
  const found = usePlaceOf(list, focus)
  const focusAt = focus === null ? null : (found ?? Math.min(focus.at, Math.max(0, (list.total ?? 0) - 1)))
  const anchorAt = usePlaceOf(list, selection.anchor) ?? selection.anchor?.at ?? null

  const ask = useCallback(
    (ids: Promise<readonly PhotoId[]>, then: (ids: readonly PhotoId[]) => void) => {
      const mine = ++turn.current
      ids.then(
        (known) => {
          if (mine !== turn.current) return
          heading.current = null
          then(known)
        },
        (thrown: unknown) => onError(CutlineError.from(thrown)),
      )
    },
    [onError],
  )

  /** Selects from the anchor to a place, or moves there with nothing or one photo selected. */
  const goTo = useCallback(
    (at: number, { shift, mod }: Held, mode: 'click' | 'key') => {
      if (shift) {
        const range = rangeOf(anchorAt ?? at, at)
        ask(list.idsIn(range.offset, range.limit), (ids) => {
          const id = at === range.offset ? ids[0] : ids.at(-1)
          if (id !== undefined) dispatch({ type: 'range', focus: { at, id }, ids, keep: mod })
        })
      } else {
        const type = mod ? (mode === 'click' ? 'toggle' : 'focus') : 'one'
        ask(list.idsIn(at, 1), ([id]) => {
          if (id !== undefined) dispatch({ type, spot: { at, id } })
        })
      }
    },
    [list, anchorAt, ask],
  )

  const selected = useMemo(() => new Set(selection.ids), [selection.ids])
  return {
    selection,
    focusAt,
    isSelected: (id) => selected.has(id),
    click: (spot, held) => {
      if (held.shift) goTo(spot.at, held, 'click')
      else {
        turn.current++
        heading.current = null
        dispatch({ type: held.mod ? 'toggle' : 'one', spot })
      }
    },
    move: (key, held, shape) => {
      const at = placeAfterKey(key, heading.current ?? focusAt, shape)
      if (at === null) return false
      heading.current = at
      goTo(at, held, 'key')
      return true
    },
    step: (by) => {
      // The photo may have left the listing, as captioned ones leave the list of those without; the next one stands there now.
      const gone = found === null && list.photoAt(focusAt ?? 0) !== undefined
      const from = heading.current ?? focusAt
      const at = from === null ? 0 : gone && by === 1 ? from : from + by
      if (at < 0 || at >= (list.total ?? 0)) return
      heading.current = at
      goTo(at, { shift: false, mod: false }, 'key')
    },
    toggleFocused: () => {
      if (focus !== null) dispatch({ type: 'toggle', spot: { at: focusAt ?? focus.at, id: focus.id } })
    },
    selectAll: () => {
      if (list.total !== null && list.total > 0) {
        ask(list.idsIn(0, list.total), (ids) => dispatch({ type: 'all', ids }))
      }
    },
    clear: () => {
      turn.current++
      dispatch({ type: 'none' })
    },
    set: (ids) => {
      turn.current++
      heading.current = null
      dispatch({ type: 'set', ids })
    },
  }
}
