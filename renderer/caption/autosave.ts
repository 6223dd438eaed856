import { CutlineError } from '#contract'
import type { Draft, DraftAction, Rules, Texts } from './draft.js'
import { emptyDraft, nextToSave, reduceDraft } from './draft.js'

/** Milliseconds between the last keystroke and its save. */
export const restBeforeSave = 600

/** Stores text; resolves when it is on disk, rejects with a CutlineError. */
export type Save<T, F extends string> = (target: T, texts: Texts<F>) => Promise<void>

/**
 * Runs a draft (draft.ts): waits for a rest in typing, saves one text after the other, keeps what failed. It outlives the
 * component that shows it, so that leaving a screen loses nothing.
 */
export class Autosave<T, F extends string> {
  #draft: Draft<T, F> = emptyDraft<T, F>()
  #timer: ReturnType<typeof setTimeout> | null = null
  readonly #listeners = new Set<() => void>()

  constructor(
    readonly rules: Rules<T, F>,
    private readonly save: Save<T, F>,
  ) {}

  /** The draft as it is now; a new object after each change. */
  readonly current = (): Draft<T, F> => this.#draft

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly dispatch = (action: DraftAction<T, F>): void => {
    const before = this.#draft
    this.#draft = reduceDraft(before, action, this.rules)
    this.#wait(action)
    this.#saveNext()
    if (this.#draft !== before) for (const listener of [...this.#listeners]) listener()
  }

  #wait(action: DraftAction<T, F>): void {
    const { composing, typed } = this.#draft
    const idle = composing || Object.keys(typed).length === 0
    if (!idle && action.type !== 'type' && action.type !== 'composed') return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = idle ? null : setTimeout(() => this.dispatch({ type: 'flush' }), restBeforeSave)
  }

  #saveNext(): void {
    const next = nextToSave(this.#draft)
    if (next === null) return
    this.#draft = reduceDraft(this.#draft, { type: 'sending', id: next.id }, this.rules)
    this.save(next.target, next.texts).then(
      () => this.dispatch({ type: 'saved', id: next.id }),
      (thrown: unknown) => this.dispatch({ type: 'failed', id: next.id, error: CutlineError.from(thrown) }),
    )
  }
}
