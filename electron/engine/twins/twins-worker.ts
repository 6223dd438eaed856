import { parentPort } from 'node:worker_threads'
import { apartRule } from './apart.js'
import { groupsOf } from './groups.js'
import type { Neighbours, TwinsAnswer, TwinsTask } from './messages.js'
import { nearTo } from './near.js'
import { nearPairs } from './near-pairs.js'

/** Searches for near duplicates in a thread of its own: the engine answers keystrokes meanwhile. */

/** From so many photos on, all pairs are found sooner than each photo's near ones. */
const many = 200

function eachNear(words: Uint32Array, places: Uint32Array, distance: number): Neighbours[] {
  return Array.from(places, (place) => nearTo(words, place, distance))
}

function neighboursOf(words: Uint32Array, places: Uint32Array, distance: number): Neighbours[] {
  const near = new Map<number, Neighbours>(Array.from(places, (place) => [place, []]))
  for (const { one, other, distance: apart } of nearPairs(words, distance)) {
    near.get(one)?.push({ at: other, distance: apart })
    near.get(other)?.push({ at: one, distance: apart })
  }
  return Array.from(places, (place) => (near.get(place) ?? []).sort((a, b) => a.distance - b.distance || a.at - b.at))
}

function answerTo(task: TwinsTask): TwinsAnswer {
  const { id, words, distance } = task
  const areApart = apartRule(task.seconds, task.apart)
  if (task.kind === 'groups') {
    return { id, ok: true, groups: groupsOf(words, nearPairs(words, distance), { distance, areApart }) }
  }
  const near =
    task.places.length > many ? neighboursOf(words, task.places, distance) : eachNear(words, task.places, distance)
  return {
    id,
    ok: true,
    near: near.map((found, at) => found.filter((other) => !areApart(task.places[at] ?? -1, other.at))),
  }
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
