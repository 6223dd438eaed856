import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { CommandOutput, PhotoId } from '#contract'
import { invoke } from '../bridge/bridge.js'

export type Completion = CommandOutput<'captions.complete'>['completions'][number]

interface Offered {
  readonly text: string
  readonly caret: number
  readonly completions: readonly Completion[]
}

/** Milliseconds without a key before completions are looked for. */
const rest = 120
/** As many as there are digits for. */
const most = 9

/** What the caption being typed may go on with. Nothing is offered while an input method composes. */
export function useCompletions(
  box: RefObject<HTMLTextAreaElement | null>,
  photoId: PhotoId | null,
  apply: (text: string) => void,
): {
  completions: readonly Completion[]
  /** The caption has the focus or was changed. */
  look: () => void
  /** Takes the completion at a place; answers whether there was one. */
  take: (place: number) => boolean
  close: () => void
} {
  const [offered, setOffered] = useState<Offered | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])
  const close = () => {
    latest.current++
    clearTimeout(timer.current)
    setOffered(null)
  }
  const look = () => {
    close()
    const turn = latest.current
    timer.current = setTimeout(() => {
      const now = box.current
      if (now === null || photoId === null || document.activeElement !== now) return
      const { value: text, selectionStart: caret } = now
      // Without completions, one types on as before.
      invoke('captions.complete', { text, caret, photoId }).then(
        ({ completions }) =>
          turn === latest.current && setOffered({ text, caret, completions: completions.slice(0, most) }),
        () => undefined,
      )
    }, rest)
  }
  const take = (place: number) => {
    const completion = offered?.completions[place]
    const now = box.current
    if (offered === null || completion === undefined || now?.value !== offered.text) return false
    const text = offered.text.slice(0, completion.from) + completion.text + offered.text.slice(offered.caret)
    const caret = completion.from + completion.text.length
    close()
    apply(text)
    requestAnimationFrame(() => {
      if (now.value === text) now.setSelectionRange(caret, caret)
    })
    return true
  }
  return { completions: offered?.completions ?? [], look, take, close }
}
