import { parentPort } from 'node:worker_threads'
import { apartRule } from './apart.js'
import { groupsOf } from './groups.js'
import type { TwinsAnswer, TwinsTask } from './messages.js'
import { nearTo } from './near.js'
import { nearPairs } from './near-pairs.js'

/** Searches for near duplicates in a thread of its own: the engine answers keystrokes meanwhile. */

function answerTo(task: TwinsTask): TwinsAnswer {
  const { id, words, distance } = task
  const areApart = apartRule(task.seconds, task.apart)
  if (task.kind === 'groups') {
    return { id, ok: true, groups: groupsOf(words, nearPairs(words, distance), { distance, areApart }) }
  }
  const near = Array.from(task.places, (place) =>
    nearTo(words, place, distance).filter(({ at }) => !areApart(place, at)),
  )
  return { id, ok: true, near }
}

parentPort?.on('message', (task: TwinsTask) => {
  let answer: TwinsAnswer
  try {
    answer = answerTo(task)
  } catch (error) {
    answer = { id: task.id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
  parentPort?.postMessage(answer)
})
