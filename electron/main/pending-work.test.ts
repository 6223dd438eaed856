import { expect, it } from 'vitest'
import { PendingWork } from './pending-work.js'

it('waits for work that fails, and for work that follows from it', async () => {
  const pending = new PendingWork()
  const done: string[] = []
  const first = pending.track(
    new Promise<void>((_resolve, reject) => {
      setTimeout(() => reject(new Error('first fails')), 20)
    }),
  )
  first.catch(() => {
    const second = new Promise<void>((resolve) => setTimeout(resolve, 20))
    void pending.track(second).then(() => done.push('second'))
  })
  await pending.settled(10_000, 10)
  expect(done).toEqual(['second'])
})

it('does not wait for ever', async () => {
  const pending = new PendingWork()
  void pending.track(new Promise(() => undefined))
  await pending.settled(20, 5)
})
