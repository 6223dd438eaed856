import type { PhotoId } from '#contract'

/** A photo and its place in the listing, counted from 0. */
export interface Spot {
  readonly at: number
  readonly id: PhotoId
}

/** Which photos are selected, and where the keyboard is. */
export interface Selection {
  readonly ids: readonly PhotoId[]
  /** The photo that the keyboard is on. */
  readonly focus: Spot | null
  /** Where a range begins that Shift draws out. */
  readonly anchor: Spot | null
}

export type SelectionAction =
  /** Selects this photo alone. */
  | { readonly type: 'one'; readonly spot: Spot }
  /** Adds the photo, or takes it out. */
  | { readonly type: 'toggle'; readonly spot: Spot }
  /** Moves the keyboard there and selects nothing. */
  | { readonly type: 'focus'; readonly spot: Spot }
  /** Selects the photos from the anchor to the focus; with `keep`, besides those selected already. */
  | { readonly type: 'range'; readonly focus: Spot; readonly ids: readonly PhotoId[]; readonly keep: boolean }
  /** Selects the whole listing. */
  | { readonly type: 'all'; readonly ids: readonly PhotoId[] }
  | { readonly type: 'none' }
  /** Selected elsewhere: on a story's screen. */
  | { readonly type: 'set'; readonly ids: readonly PhotoId[] }

export const noSelection: Selection = { ids: [], focus: null, anchor: null }

/** The selection after something was done to it. */
export function reduceSelection(selection: Selection, action: SelectionAction): Selection {
  switch (action.type) {
    case 'one':
      return { ids: [action.spot.id], focus: action.spot, anchor: action.spot }
    case 'toggle': {
      const { id } = action.spot
      const ids = selection.ids.includes(id) ? selection.ids.filter((one) => one !== id) : [...selection.ids, id]
      return { ids, focus: action.spot, anchor: action.spot }
    }
    case 'focus':
      return { ...selection, focus: action.spot }
    case 'range':
      return {
        ids: action.keep ? [...new Set([...selection.ids, ...action.ids])] : action.ids,
        focus: action.focus,
        anchor: selection.anchor ?? action.focus,
      }
    case 'all':
      return { ...selection, ids: action.ids }
    case 'none':
      return { ...selection, ids: [], anchor: selection.focus }
    case 'set':
      return { ids: action.ids, focus: null, anchor: null }
  }
}

/** The part of the listing between two places, both of them in it, whichever comes first. */
export function rangeOf(one: number, other: number): { offset: number; limit: number } {
  return { offset: Math.min(one, other), limit: Math.abs(one - other) + 1 }
}
