import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CutlineError } from '#contract'
import { Autosave, restBeforeSave } from './autosave.js'
import type { Rules, Texts } from './draft.js'
import { saveState } from './draft.js'

const rules: Rules<string, 'caption'> = {
  covers: (outer, inner) => outer === inner,
  tidy: (_, text) => text,
  valid: () => true,
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** An archive that answers when it is told to. */
function start() {
  const calls: { target: string; texts: Texts<'caption'>; answer: (error?: CutlineError) => Promise<void> }[] = []
  const autosave = new Autosave(rules, (target, texts) => {
    return new Promise<void>((resolve, reject) => {
      calls.push({
        target,
        texts,
        answer: async (error) => {
          if (error) reject(error)
          else resolve()
          await vi.advanceTimersByTimeAsync(0)
        },
      })
    })
  })
  autosave.dispatch({ type: 'show', target: 'a', base: { caption: '' } })
  const type = (text: string) => autosave.dispatch({ type: 'type', field: 'caption', text })
  return { autosave, calls, type, sent: () => calls.map(({ target, texts }) => [target, texts.caption]) }
}

test('saves once, a rest after the last keystroke', () => {
  const { type, sent } = start()
  type('一')
  vi.advanceTimersByTime(restBeforeSave - 1)
  type('一二')
  vi.advanceTimersByTime(restBeforeSave - 1)
  expect(sent()).toEqual([])
  vi.advanceTimersByTime(1)
  expect(sent()).toEqual([['a', '一二']])
})

test('a reading that arrives does not put the save off', () => {
  const { autosave, type, sent } = start()
  type('一')
  vi.advanceTimersByTime(restBeforeSave - 1)
  autosave.dispatch({ type: 'show', target: 'a', base: { caption: '別人' } })
  vi.advanceTimersByTime(1)
  expect(sent()).toEqual([['a', '一']])
})

test('never saves during composition, and rests anew after it', () => {
  const { autosave, type, sent } = start()
  autosave.dispatch({ type: 'compose' })
  type('ni')
  vi.advanceTimersByTime(restBeforeSave * 10)
  expect(sent()).toEqual([])
  type('你')
  autosave.dispatch({ type: 'composed' })
  vi.advanceTimersByTime(restBeforeSave - 1)
  expect(sent()).toEqual([])
  vi.advanceTimersByTime(1)
  expect(sent()).toEqual([['a', '你']])
})

test('a composition begun after a keystroke stops the clock that was running', () => {
  const { autosave, type, sent } = start()
  type('一')
  autosave.dispatch({ type: 'compose' })
  vi.advanceTimersByTime(restBeforeSave * 2)
  expect(sent()).toEqual([])
})

test('another selection saves at once, one after the other, each to its own photo', async () => {
  const { autosave, calls, type, sent } = start()
  type('甲')
  autosave.dispatch({ type: 'show', target: 'b', base: { caption: '' } })
  expect(sent()).toEqual([['a', '甲']])
  type('乙')
  autosave.dispatch({ type: 'flush' })
  expect(sent()).toEqual([['a', '甲']])
  await calls[0]?.answer()
  expect(sent()).toEqual([
    ['a', '甲'],
    ['b', '乙'],
  ])
  await calls[1]?.answer()
  expect(saveState(autosave.current())).toBe('saved')
})

test('a failed save keeps its text and succeeds when tried again', async () => {
  const { autosave, calls, type, sent } = start()
  type('一')
  autosave.dispatch({ type: 'flush' })
  await calls[0]?.answer(new CutlineError('disk-full', 'The disk is full.'))
  expect(saveState(autosave.current())).toBe('failed')
  vi.advanceTimersByTime(restBeforeSave * 10)
  expect(sent()).toHaveLength(1)
  autosave.dispatch({ type: 'retry' })
  await calls[1]?.answer()
  expect(sent()).toEqual([
    ['a', '一'],
    ['a', '一'],
  ])
  expect(saveState(autosave.current())).toBe('saved')
})

test('tells its listeners of each change and stops when asked', () => {
  const { autosave, type } = start()
  const heard = vi.fn()
  const stop = autosave.subscribe(heard)
  type('一')
  expect(heard).toHaveBeenCalledTimes(1)
  stop()
  type('二')
  expect(heard).toHaveBeenCalledTimes(1)
})
