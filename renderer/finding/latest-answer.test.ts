import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LatestAnswer } from './latest-answer.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function asker() {
  const asked: string[] = []
  const told: string[] = []
  const answers: ((fail?: boolean) => void)[] = []
  const latest = new LatestAnswer<string, string>(
    (question) => {
      asked.push(question)
      return new Promise((resolve, reject) =>
        answers.push((fail = false) => (fail ? reject(new Error('gone')) : resolve(question.toUpperCase()))),
      )
    },
    (answer) => told.push(answer),
  )
  return { latest, asked, told, answers, settle: () => vi.advanceTimersByTimeAsync(0) }
}

it('asks after a pause, the last question alone', async () => {
  const { latest, asked, told, answers, settle } = asker()
  latest.put('a', 100)
  await vi.advanceTimersByTimeAsync(60)
  latest.put('ab', 100)
  await vi.advanceTimersByTimeAsync(60)
  expect(asked).toEqual([])
  await vi.advanceTimersByTimeAsync(40)
  expect(asked).toEqual(['ab'])
  answers[0]!()
  await settle()
  expect(told).toEqual(['AB'])
})

it('drops the answer to a question that another has followed, and asks one at a time', async () => {
  const { latest, asked, told, answers, settle } = asker()
  latest.put('a', 0)
  await settle()
  latest.put('b', 0)
  latest.put('c', 0)
  await settle()
  expect(asked).toEqual(['a'])
  answers[0]!()
  await settle()
  expect(asked).toEqual(['a', 'c'])
  expect(told).toEqual([])
  answers[1]!()
  await settle()
  expect(told).toEqual(['C'])
})

it('goes on after a failure, and tells nothing when stopped', async () => {
  const { latest, told, answers, settle } = asker()
  latest.put('a', 0)
  await settle()
  answers[0]!(true)
  await settle()
  latest.put('b', 0)
  await settle()
  answers[1]!()
  await settle()
  expect(told).toEqual(['B'])
  latest.put('c', 0)
  await settle()
  latest.stop()
  answers[2]!()
  await settle()
  expect(told).toEqual(['B'])
})
