import { photoAutosave } from '../caption/photo-autosave.js'
import { printedCaptionAutosave } from '../caption/printed-caption-autosave.js'
import { storyAutosave } from '../story/story-autosave.js'

/** What is needed of an autosave (renderer/caption/autosave.ts), whatever it saves. */
export interface Saving {
  dispatch(action: { readonly type: 'flush' }): void
  current(): { readonly queue: readonly { readonly state: string }[] }
  subscribe(listener: () => void): () => void
}

/**
 * Hands over for saving what is being typed, and resolves when nothing is under way any more. What cannot be saved does not
 * hold it up.
 */
export async function settleDrafts(
  savings: readonly Saving[] = [photoAutosave, storyAutosave, printedCaptionAutosave],
): Promise<void> {
  for (const saving of savings) saving.dispatch({ type: 'flush' })
  await Promise.all(savings.map(settled))
}

function settled(saving: Saving): Promise<void> {
  const idle = () => saving.current().queue.every(({ state }) => state === 'failed')
  if (idle()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = saving.subscribe(() => {
      if (!idle()) return
      stop()
      resolve()
    })
  })
}
