import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CutlineError } from '#contract'
import type { Base, Draft, DraftAction, Rules } from './draft.js'
import { emptyDraft, nextToSave, reduceDraft, saveState, shownText } from './draft.js'

type Field = 'caption' | 'credit' | 'date'
type Target = readonly string[]
type Action = DraftAction<Target, Field>
type State = Draft<Target, Field>

const rules: Rules<Target, Field> = {
  covers: (outer, inner) => inner.every((id) => outer.includes(id)),
  tidy: (field, text) => (field === 'caption' ? text : text.trim()),
  valid: (field, text) => field !== 'date' || /^\d*$/.test(text),
}
const full = new CutlineError('disk-full', 'The disk is full.')

function after(actions: readonly Action[], from: State = emptyDraft()): State {
  return actions.reduce((draft, action) => reduceDraft(draft, action, rules), from)
}
const show = (target: Target, base: Base<Field> = {}): Action => ({ type: 'show', target, base })
const type = (field: Field, text: string): Action => ({ type: 'type', field, text })
const shown = (draft: State, field: Field) => shownText(draft, field, rules)
const queued = (draft: State) => draft.queue.map(({ target, texts, state }) => ({ target, texts, state }))

describe('typing and saving', () => {
  const typed = after([show(['a'], { caption: '舊' }), type('caption', '新')])

  test('typed text is shown and marked, and waits', () => {
    expect(shown(typed, 'caption')).toBe('新')
    expect(saveState(typed)).toBe('typing')
    expect(nextToSave(typed)).toBeNull()
  })

  test('a flush queues only what changed', () => {
    const draft = after([type('credit', '通訊員 供圖'), { type: 'flush' }], after([show(['a'], { caption: '舊' })]))
    expect(queued(draft)).toEqual([{ target: ['a'], texts: { credit: '通訊員 供圖' }, state: 'waiting' }])
    expect(saveState(draft)).toBe('saving')
  })

  test('text typed back to what it was is no change', () => {
    const draft = after([type('caption', '舊'), { type: 'flush' }], typed)
    expect(draft.queue).toEqual([])
    expect(saveState(draft)).toBe('idle')
  })

  test('an acknowledged save becomes the base at once', () => {
    const draft = after([{ type: 'flush' }, { type: 'sending', id: 1 }, { type: 'saved', id: 1 }], typed)
    expect(draft.base.caption).toBe('新')
    expect(saveState(draft)).toBe('saved')
    expect(draft.acknowledged).toBe(1)
  })

  test('what is typed while a save is under way is saved after it', () => {
    const draft = after(
      [{ type: 'flush' }, { type: 'sending', id: 1 }, type('caption', '新聞'), { type: 'flush' }],
      typed,
    )
    expect(nextToSave(draft)).toBeNull()
    const next = after([{ type: 'saved', id: 1 }], draft)
    expect(nextToSave(next)?.texts).toEqual({ caption: '新聞' })
    expect(shown(next, 'caption')).toBe('新聞')
  })

  test('text that is no value stays in its box while the rest is saved', () => {
    const draft = after([type('date', 'soon'), type('caption', '新'), { type: 'flush' }], typed)
    expect(queued(draft)).toEqual([{ target: ['a'], texts: { caption: '新' }, state: 'waiting' }])
    expect(draft.typed).toEqual({ date: 'soon' })
  })

  test('Esc returns a field to what is stored', () => {
    expect(shown(after([{ type: 'revert', field: 'caption' }], typed), 'caption')).toBe('舊')
  })
})

describe('an input method', () => {
  const composing = after([
    show(['a']),
    { type: 'focus', field: 'caption' },
    { type: 'compose' },
    type('caption', 'ni'),
  ])

  test('nothing is saved while it composes; what was asked for is done at its end', () => {
    const asked = after([{ type: 'flush' }], composing)
    expect(asked.queue).toEqual([])
    const done = after([type('caption', '你'), { type: 'composed' }], asked)
    expect(queued(done)).toEqual([{ target: ['a'], texts: { caption: '你' }, state: 'waiting' }])
  })

  test('without a save asked for, the end of composition only marks the text', () => {
    const done = after([type('caption', '你'), { type: 'composed' }], composing)
    expect(done.queue).toEqual([])
    expect(saveState(done)).toBe('typing')
  })

  test('leaving the photo during composition loses nothing', () => {
    expect(queued(after([show(['b'])], composing))).toEqual([
      { target: ['a'], texts: { caption: 'ni' }, state: 'waiting' },
    ])
  })
})

describe('changes from elsewhere', () => {
  test('a dirty field keeps what is typed, a clean one is updated', () => {
    const draft = after([
      show(['a'], { caption: '舊', credit: '舊' }),
      type('caption', '打字中'),
      show(['a'], { caption: '別人', credit: '別人' }),
    ])
    expect([shown(draft, 'caption'), shown(draft, 'credit')]).toEqual(['打字中', '別人'])
  })

  test('a text under way is shown over what is read meanwhile', () => {
    const draft = after([show(['a']), type('caption', '新'), { type: 'flush' }, show(['a'], { caption: '舊' })])
    expect(shown(draft, 'caption')).toBe('新')
  })
})

describe('another selection', () => {
  test('the text belongs to the photos it was typed for, also during a save', () => {
    const draft = after([
      show(['a']),
      type('caption', '一'),
      { type: 'flush' },
      { type: 'sending', id: 1 },
      type('caption', '二'),
      show(['b'], { caption: '乙' }),
    ])
    expect(queued(draft)).toEqual([
      { target: ['a'], texts: { caption: '一' }, state: 'sending' },
      { target: ['a'], texts: { caption: '二' }, state: 'waiting' },
    ])
    expect(shown(draft, 'caption')).toBe('乙')
    const saved = after([{ type: 'saved', id: 1 }], draft)
    expect(saved.base).toEqual({ caption: '乙' })
  })

  test('the same photos named anew are the same selection', () => {
    const draft = after([show(['a', 'b']), type('caption', '一'), show(['b', 'a'])])
    expect(shown(draft, 'caption')).toBe('一')
    expect(draft.queue).toEqual([])
  })

  test('photos that differ show null until somebody types; an emptied box leaves them alone', () => {
    const mixed = after([show(['a', 'b'], { caption: null, credit: '同' })])
    expect(shown(mixed, 'caption')).toBeNull()
    const emptied = after([type('caption', 'x'), type('caption', ''), { type: 'flush' }], mixed)
    expect(emptied.queue).toEqual([])
    expect(shown(emptied, 'caption')).toBeNull()
    const cleared = after([type('credit', ''), { type: 'flush' }], mixed)
    expect(queued(cleared)[0]?.texts).toEqual({ credit: '' })
  })
})

describe('a save that fails', () => {
  const failed = after([
    show(['a'], { caption: '舊' }),
    type('caption', '新'),
    { type: 'flush' },
    { type: 'sending', id: 1 },
    { type: 'failed', id: 1, error: full },
  ])

  test('keeps the text and says so', () => {
    expect(saveState(failed)).toBe('failed')
    expect(shown(failed, 'caption')).toBe('新')
    expect(failed.queue[0]?.error).toBe(full)
  })

  test('is tried again when asked', () => {
    expect(queued(after([{ type: 'retry' }], failed))).toEqual([
      { target: ['a'], texts: { caption: '新' }, state: 'waiting' },
    ])
  })

  test('goes again with what is typed next, the later text prevailing', () => {
    const draft = after([type('caption', '更新'), type('credit', '攝'), { type: 'flush' }], failed)
    expect(queued(draft)).toEqual([{ target: ['a'], texts: { caption: '更新', credit: '攝' }, state: 'waiting' }])
  })

  test('is shown again when the photo is selected again', () => {
    expect(shown(after([show(['b']), show(['a'], { caption: '舊' })], failed), 'caption')).toBe('新')
  })

  test('does not come back over a newer text for the same photo', () => {
    const draft = after(
      [
        show(['a', 'b']),
        type('caption', '兩張'),
        { type: 'flush' },
        { type: 'sending', id: 2 },
        { type: 'saved', id: 2 },
      ],
      failed,
    )
    expect(draft.queue).toEqual([])
  })

  test('can be given up', () => {
    expect(shown(after([{ type: 'discard' }], failed), 'caption')).toBe('舊')
  })

  test('an unreadable text left behind is not lost, and takes nothing along', () => {
    const draft = after([show(['a']), type('date', 'soon'), type('caption', '新'), show(['b'])])
    expect(queued(draft)).toEqual([
      { target: ['a'], texts: { caption: '新' }, state: 'waiting' },
      { target: ['a'], texts: { date: 'soon' }, state: 'waiting' },
    ])
  })
})

describe('tidied text', () => {
  const focused = after([show(['a'], { credit: '' }), { type: 'focus', field: 'credit' }, type('credit', '通訊員 ')])
  const saved = after([{ type: 'flush' }, { type: 'sending', id: 1 }, { type: 'saved', id: 1 }], focused)

  test('does not move under the cursor', () => {
    expect(saved.base.credit).toBe('通訊員')
    expect(shown(saved, 'credit')).toBe('通訊員 ')
    expect(shown(after([show(['a'], { credit: '通訊員' })], saved), 'credit')).toBe('通訊員 ')
  })

  test('gives way to a change from elsewhere, and to leaving the box', () => {
    expect(shown(after([show(['a'], { credit: '本報' })], saved), 'credit')).toBe('本報')
    expect(shown(after([{ type: 'blur', field: 'credit' }], saved), 'credit')).toBe('通訊員')
  })
})

test('whatever happens, the last text typed for a photo is shown, queued or stored', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('type' as const), text: fc.constantFrom('一', '二', '三') }),
    fc.record({ do: fc.constantFrom('flush', 'send', 'ack', 'fail', 'retry', 'compose', 'composed') }),
    fc.record({ do: fc.constant('show' as const), id: fc.constantFrom('a', 'b') }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const disk: Record<string, string> = { a: '', b: '' }
      const meant: Record<string, string> = { a: '', b: '' }
      let draft = after([show(['a'], { caption: '' })])
      for (const one of steps) {
        const sending = draft.queue.find(({ state }) => state === 'sending')
        if (one.do === 'type' && 'text' in one) {
          meant[draft.target?.[0] ?? ''] = one.text
          draft = after([type('caption', one.text)], draft)
        } else if (one.do === 'show' && 'id' in one) {
          draft = after([show([one.id], { caption: disk[one.id] ?? '' })], draft)
        } else if (one.do === 'send') {
          const next = nextToSave(draft)
          if (next) draft = after([{ type: 'sending', id: next.id }], draft)
        } else if (one.do === 'ack' && sending) {
          disk[sending.target[0] ?? ''] = sending.texts.caption ?? ''
          draft = after([{ type: 'saved', id: sending.id }], draft)
        } else if (one.do === 'fail' && sending) {
          draft = after([{ type: 'failed', id: sending.id, error: full }], draft)
        } else if (one.do === 'flush' || one.do === 'retry' || one.do === 'compose' || one.do === 'composed') {
          draft = after([{ type: one.do }], draft)
        }
        for (const id of ['a', 'b']) {
          const looked = after([show([id], { caption: disk[id] ?? '' })], draft)
          expect(shown(looked, 'caption')).toBe(meant[id])
        }
      }
    }),
  )
})
