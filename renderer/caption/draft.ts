import type { CutlineError } from '#contract'

/** Some fields as the text that stands in their boxes. */
export type Texts<F extends string> = Partial<Record<F, string>>

/** What the archive holds, as text; null where the photos selected differ. */
export type Base<F extends string> = Partial<Record<F, string | null>>

/** Text that left the boxes and is not yet acknowledged. It belongs to the target it was typed for. */
export interface Unsaved<T, F extends string> {
  readonly id: number
  readonly target: T
  readonly texts: Texts<F>
  readonly state: 'waiting' | 'sending' | 'failed'
  readonly error: CutlineError | null
}

/**
 * Text on its way from the keyboard to the disk: first `typed`, then in `queue`, then part of `base`. What a box shows is
 * the first of the three that knows the field, so nothing that arrives from elsewhere overwrites what is being typed.
 */
export interface Draft<T, F extends string> {
  /** What is shown: the photos selected, or a story. */
  readonly target: T | null
  readonly base: Base<F>
  readonly typed: Texts<F>
  /** Set while an input method composes; nothing is saved meanwhile. */
  readonly composing: boolean
  /** A save was asked for during composition and is owed at its end. */
  readonly owed: boolean
  readonly focused: F | null
  /** The focused box's text as it was typed, spaces and separators included, after it was saved in its tidied form. */
  readonly echo: Texts<F>
  readonly queue: readonly Unsaved<T, F>[]
  readonly nextId: number
  /** How many saves were acknowledged: a reading begun before the last of them is out of date. */
  readonly acknowledged: number
  /** Whether something was saved since this target is shown. */
  readonly saved: boolean
}

/** What the machine must know of the fields and targets it carries. */
export interface Rules<T, F extends string> {
  /** Whether a change of `outer` changes all that a change of `inner` does. */
  covers(outer: T, inner: T): boolean
  /** The text as it would read after having been saved. */
  tidy(field: F, text: string): string
  /** Whether the text can be saved; other text waits in its box. */
  valid(field: F, text: string): boolean
}

export type DraftAction<T, F extends string> =
  | { readonly type: 'show'; readonly target: T; readonly base: Base<F> }
  | { readonly type: 'leave' }
  | { readonly type: 'type'; readonly field: F; readonly text: string }
  | { readonly type: 'focus'; readonly field: F }
  | { readonly type: 'blur'; readonly field: F }
  | { readonly type: 'revert'; readonly field: F }
  | { readonly type: 'compose' }
  | { readonly type: 'composed' }
  | { readonly type: 'flush' }
  | { readonly type: 'sending'; readonly id: number }
  | { readonly type: 'saved'; readonly id: number }
  | { readonly type: 'failed'; readonly id: number; readonly error: CutlineError }
  | { readonly type: 'retry' }
  | { readonly type: 'discard' }

export type SaveState = 'idle' | 'typing' | 'saving' | 'saved' | 'failed'

export function emptyDraft<T, F extends string>(): Draft<T, F> {
  return {
    target: null,
    base: {},
    typed: {},
    composing: false,
    owed: false,
    focused: null,
    echo: {},
    queue: [],
    nextId: 1,
    acknowledged: 0,
    saved: false,
  }
}

/** The machine: the draft after something happened. Pure; saving itself is renderer/caption/autosave.ts. */
export function reduceDraft<T, F extends string>(
  draft: Draft<T, F>,
  action: DraftAction<T, F>,
  rules: Rules<T, F>,
): Draft<T, F> {
  switch (action.type) {
    case 'show':
      if (draft.target !== null && sameTarget(draft.target, action.target, rules)) {
        return { ...draft, target: action.target, base: action.base }
      }
      return { ...leave(draft, rules), target: action.target, base: action.base }
    case 'leave':
      return leave(draft, rules)
    case 'type':
      return { ...draft, typed: { ...draft.typed, [action.field]: action.text } }
    case 'focus':
      return { ...draft, focused: action.field, echo: {} }
    case 'blur':
      return { ...flush({ ...draft, focused: null, composing: false }, rules), echo: {} }
    case 'revert':
      return { ...draft, typed: without(draft.typed, action.field), echo: without(draft.echo, action.field) }
    case 'compose':
      return { ...draft, composing: true }
    case 'composed': {
      const composed = { ...draft, composing: false, owed: false }
      return draft.owed ? flush(composed, rules) : composed
    }
    case 'flush':
      return draft.composing ? { ...draft, owed: true } : flush(draft, rules)
    case 'sending':
      return { ...draft, queue: draft.queue.map((one) => (one.id === action.id ? { ...one, state: 'sending' } : one)) }
    case 'saved':
      return saved(draft, action.id, rules)
    case 'failed':
      return {
        ...draft,
        queue: draft.queue.map((one) =>
          one.id === action.id ? { ...one, state: 'failed', error: action.error } : one,
        ),
      }
    case 'retry':
      return {
        ...draft,
        queue: draft.queue.map((one) => (one.state === 'failed' ? { ...one, state: 'waiting', error: null } : one)),
      }
    case 'discard':
      return { ...draft, queue: draft.queue.filter((one) => one.state !== 'failed') }
  }
}

/** The text of a field's box; null where the photos differ and nobody has typed. */
export function shownText<T, F extends string>(draft: Draft<T, F>, field: F, rules: Rules<T, F>): string | null {
  const typed = draft.typed[field]
  if (typed !== undefined) return typed
  const underway = draft.queue.findLast(
    (one) => draft.target !== null && one.texts[field] !== undefined && sameTarget(one.target, draft.target, rules),
  )?.texts[field]
  const text = underway ?? storedText(draft.base, field)
  const echo = draft.echo[field]
  return echo !== undefined && text !== null && rules.tidy(field, echo) === rules.tidy(field, text) ? echo : text
}

function storedText<F extends string>(base: Base<F>, field: F): string | null {
  const stored: string | null | undefined = base[field]
  return stored === undefined ? '' : stored
}

export function saveState<T, F extends string>(draft: Draft<T, F>): SaveState {
  if (draft.queue.some((one) => one.state === 'failed')) return 'failed'
  if (draft.queue.length > 0) return 'saving'
  if (Object.keys(draft.typed).length > 0) return 'typing'
  return draft.saved ? 'saved' : 'idle'
}

/** The text that waits longest for being saved; null while another is under way, so that saves keep their order. */
export function nextToSave<T, F extends string>(draft: Draft<T, F>): Unsaved<T, F> | null {
  if (draft.queue.some((one) => one.state === 'sending')) return null
  return draft.queue.find((one) => one.state === 'waiting') ?? null
}

/** Hands what was typed over to the queue; text that cannot be saved stays in its box. */
function flush<T, F extends string>(draft: Draft<T, F>, rules: Rules<T, F>): Draft<T, F> {
  const fields = fieldsOf(draft.typed)
  const unsaveable = fields.filter((field) => !rules.valid(field, draft.typed[field] ?? ''))
  const rest = pick(draft.typed, unsaveable)
  return enqueue(
    { ...draft, typed: rest },
    pick(
      draft.typed,
      fields.filter((field) => !unsaveable.includes(field)),
    ),
    rules,
  )
}

/**
 * Ends the work on a target: everything typed for it goes to the queue. Text that cannot be saved goes by itself, so that it
 * fails alone and is kept.
 */
function leave<T, F extends string>(draft: Draft<T, F>, rules: Rules<T, F>): Draft<T, F> {
  const flushed = flush(draft, rules)
  const left = enqueue({ ...flushed, typed: {} }, flushed.typed, rules)
  return { ...left, target: null, base: {}, composing: false, owed: false, echo: {}, saved: false }
}

function enqueue<T, F extends string>(draft: Draft<T, F>, texts: Texts<F>, rules: Rules<T, F>): Draft<T, F> {
  const { target } = draft
  if (target === null) return draft
  const echo = { ...draft.echo }
  if (draft.focused !== null && texts[draft.focused] !== undefined) echo[draft.focused] = texts[draft.focused] ?? ''
  const changed = pick(
    texts,
    fieldsOf(texts).filter((field) => isChange(draft, field, texts[field] ?? '', rules)),
  )
  if (fieldsOf(changed).length === 0) return { ...draft, echo }
  // What failed before for the same target goes again with the new text, which is later and so prevails.
  const failed = draft.queue.filter((one) => one.state === 'failed' && sameTarget(one.target, target, rules))
  const merged = failed.reduceRight<Texts<F>>((sum, one) => ({ ...one.texts, ...sum }), changed)
  const unsaved: Unsaved<T, F> = { id: draft.nextId, target, texts: merged, state: 'waiting', error: null }
  const others = draft.queue.filter((one) => !failed.includes(one))
  return { ...draft, echo, queue: [...others, unsaved], nextId: draft.nextId + 1 }
}

/** Whether saving the text would change anything. An emptied box over photos that differ is an untouched one. */
function isChange<T, F extends string>(draft: Draft<T, F>, field: F, text: string, rules: Rules<T, F>): boolean {
  const before = shownText({ ...draft, typed: {}, echo: {} }, field, rules)
  const tidied = rules.tidy(field, text)
  return before === null ? tidied !== '' : tidied !== rules.tidy(field, before)
}

function saved<T, F extends string>(draft: Draft<T, F>, id: number, rules: Rules<T, F>): Draft<T, F> {
  const done = draft.queue.find((one) => one.id === id)
  if (done === undefined) return draft
  const queue = draft.queue.flatMap((one) => {
    if (one.id === id) return []
    // An older text that failed must not come back later over this newer one.
    if (one.state !== 'failed' || one.id > id || !rules.covers(done.target, one.target)) return [one]
    const texts = pick(
      one.texts,
      fieldsOf(one.texts).filter((field) => done.texts[field] === undefined),
    )
    return fieldsOf(texts).length === 0 ? [] : [{ ...one, texts }]
  })
  const acknowledged = draft.acknowledged + 1
  if (draft.target === null || !sameTarget(done.target, draft.target, rules)) return { ...draft, queue, acknowledged }
  const base = { ...draft.base }
  for (const field of fieldsOf(done.texts)) base[field] = rules.tidy(field, done.texts[field] ?? '')
  return { ...draft, queue, acknowledged, base, saved: true }
}

function sameTarget<T, F extends string>(one: T, other: T, rules: Rules<T, F>): boolean {
  return one === other || (rules.covers(one, other) && rules.covers(other, one))
}

function fieldsOf<F extends string>(texts: Texts<F>): F[] {
  // Object.keys forgets the key's type; the object was made with these keys only.
  return Object.keys(texts) as F[]
}

function pick<F extends string>(texts: Texts<F>, fields: readonly F[]): Texts<F> {
  const picked: Texts<F> = {}
  for (const field of fields) picked[field] = texts[field] ?? ''
  return picked
}

function without<F extends string>(texts: Texts<F>, field: F): Texts<F> {
  return pick(
    texts,
    fieldsOf(texts).filter((other) => other !== field),
  )
}
