import { expect, test } from 'vitest'
import type { FromEngine } from '#contract'
import { ShellLine } from './shell-line.js'

const page = {
  html: '/a.html',
  pdf: '/a.pdf',
  head: { left: '標題', right: '' },
  foot: ['第 ', ' 頁，共 ', ' 頁'] as [string, string, string],
  language: 'zh-Hant',
}
const never = new AbortController().signal

test('each question gets its own answer, in whatever order they come', async () => {
  const sent: FromEngine[] = []
  const line = new ShellLine((message) => sent.push(message))
  const [first, second] = [line.ask('print.page', page, never), line.ask('print.page', page, never)]
  const refused = expect(first).rejects.toMatchObject({ code: 'pdf-left-out' })
  const [one, two] = sent.map((message) => (message.type === 'ask' ? message.id : -1))
  line.receive({ type: 'answer', id: two!, ok: true, output: {} })
  line.receive({ type: 'answer', id: one!, ok: false, error: { code: 'pdf-left-out', message: 'No.' } })
  line.receive({ type: 'answer', id: 99, ok: true, output: {} })
  expect(await second).toEqual({})
  await refused
})

test('what is cancelled waits no longer, and an answer that comes later hurts nobody', async () => {
  const sent: FromEngine[] = []
  const line = new ShellLine((message) => sent.push(message))
  const cancel = new AbortController()
  const asked = line.ask('print.page', page, cancel.signal)
  cancel.abort()
  await expect(asked).rejects.toMatchObject({ code: 'cancelled' })
  line.receive({ type: 'answer', id: 1, ok: true, output: {} })
  await expect(line.ask('print.page', page, cancel.signal)).rejects.toMatchObject({ code: 'cancelled' })
  expect(sent).toHaveLength(1)
})
