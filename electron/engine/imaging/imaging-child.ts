import { CutlineError } from '#contract'
import { makePreview, makeRendition, makeThumbnail, readLikeness } from './decode.js'
import type { ChildAnswer, ChildTask } from './child-messages.js'

/** Decodes one picture after the other; whatever a hostile file does to the decoder, it does to this process alone. */

function run(task: ChildTask): Promise<unknown> {
  switch (task.kind) {
    case 'thumbnail':
      return makeThumbnail(task.source, task.target)
    case 'preview':
      return makePreview(task.source, task.target)
    case 'likeness':
      return readLikeness(task.source)
    case 'rendition':
      return makeRendition(task.source, task.target, task.options)
  }
}

async function answer(task: ChildTask): Promise<void> {
  let message: ChildAnswer
  try {
    message = { id: task.id, ok: true, output: await run(task) }
  } catch (error) {
    message = { id: task.id, ok: false, error: CutlineError.from(error).toWire() }
  }
  process.send?.(message)
}

process.on('message', (task: ChildTask) => void answer(task))
// Without its parent a child has nothing to live for.
process.on('disconnect', () => process.exit(0))
process.on('SIGINT', () => undefined)
