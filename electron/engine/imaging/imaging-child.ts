import { CutlineError, type WireError } from '#contract'
import { makeGlance } from './glance.js'
import { makePreview, makeRendition, makeThumbnail, readLikeness } from './decode.js'
import type { ChildAnswer, ChildTask } from './child-messages.js'

/** Decodes one picture after the other; whatever a hostile file does to the decoder, it does to this process alone. */

function run(task: ChildTask): Promise<unknown> {
  switch (task.kind) {
    case 'thumbnail':
      return makeThumbnail(task.source, task.target, task.raw)
    case 'preview':
      return makePreview(task.source, task.target, task.raw)
    case 'likeness':
      return readLikeness(task.source)
    case 'glance':
      return makeGlance(task.source, task.target)
    case 'rendition':
      return makeRendition(task.source, task.target, task.options, task.raw)
  }
}

async function answer(task: ChildTask): Promise<void> {
  let outcome: { ok: true; output: unknown } | { ok: false; error: WireError }
  try {
    outcome = { ok: true, output: await run(task) }
  } catch (error) {
    outcome = { ok: false, error: CutlineError.from(error).toWire() }
  }
  const message: ChildAnswer = { id: task.id, memory: process.memoryUsage.rss(), ...outcome }
  process.send?.(message)
}

process.on('message', (task: ChildTask) => void answer(task))
// Without its parent a child has nothing to live for.
process.on('disconnect', () => process.exit(0))
process.on('SIGINT', () => undefined)
