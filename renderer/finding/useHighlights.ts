import { useCallback, useEffect, useRef, useState } from 'react'
import type { CommandOutput, PhotoField, PhotoId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { LatestAnswer } from './latest-answer.js'
import type { Span } from './marked-pieces.js'

/** Milliseconds that photos stand on the screen before their marks are asked for. */
const pause = 60
/** Photos whose marks are kept. */
const most = 2_000
const mostAsked = 500

const none: readonly Span[] = []

/** Where a photo's fields hold the words; of lists, those of the first value. */
export type Marks = Readonly<Partial<Record<PhotoField | 'file', readonly Span[]>>>

interface Known {
  readonly text: string
  readonly marks: ReadonlyMap<PhotoId, Marks>
}

/** The marks of photos on the screen, asked for once per photo and query; `text` is the query, `ids` are those on the screen. */
export function useHighlights(text: string, ids: readonly PhotoId[]): (id: PhotoId) => Marks | undefined {
  const [known, setKnown] = useState<Known>({ text: '', marks: new Map() })
  const latest = useRef<LatestAnswer<
    { text: string; ids: readonly PhotoId[] },
    CommandOutput<'search.highlight'>
  > | null>(null)
  useEffect(() => {
    const asker = new LatestAnswer(
      (asked: { text: string; ids: readonly PhotoId[] }) =>
        invoke('search.highlight', { text: asked.text, ids: [...asked.ids] }),
      ({ photos }, asked) =>
        setKnown((before) => {
          const marks = new Map(before.text === asked.text ? before.marks : [])
          // Asked for and not answered: nothing is marked.
          for (const id of asked.ids) marks.set(id, {})
          for (const { id, fields } of photos) marks.set(id, marksOf(fields))
          for (const old of marks.keys()) {
            if (marks.size <= most) break
            marks.delete(old)
          }
          return { text: asked.text, marks }
        }),
    )
    latest.current = asker
    return () => asker.stop()
  }, [])

  const words = text.trim() === '' ? '' : text
  const wanted =
    words === '' ? [] : ids.filter((id) => known.text !== words || !known.marks.has(id)).slice(0, mostAsked)
  const key = wanted.join(' ')
  useEffect(() => {
    if (key === '') latest.current?.stop()
    else latest.current?.put({ text: words, ids: key.split(' ') }, pause)
  }, [words, key])
  useEvent('photos.changed', ({ changed }) => {
    if (!changed.some((id) => known.marks.has(id))) return
    setKnown((before) => {
      const marks = new Map(before.marks)
      for (const id of changed) marks.delete(id)
      return { text: before.text, marks }
    })
  })
  return useCallback((id) => (words !== '' && known.text === words ? known.marks.get(id) : undefined), [known, words])
}

function marksOf(fields: CommandOutput<'search.highlight'>['photos'][number]['fields']): Marks {
  const marks: Partial<Record<PhotoField | 'file', readonly Span[]>> = {}
  for (const { field, at, spans } of fields) if (at === 0) marks[field] = spans
  return marks
}

/** A field's spans, the same empty list where there are none. */
export function spansOf(marks: Marks | undefined, field: PhotoField | 'file'): readonly Span[] {
  return marks?.[field] ?? none
}
