import type { StoryField, StoryId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { Autosave } from '../caption/autosave.js'

/** The text typed for stories; it outlives the screen it was typed on. */
export const storyAutosave = new Autosave<StoryId, StoryField>(
  {
    covers: (outer, inner) => outer === inner,
    tidy: (field, text) => {
      const plain = text.replace(/\r\n?/g, '\n')
      return field === 'text' ? plain : plain.replace(/\s*\n\s*/g, ' ').trim()
    },
    valid: () => true,
  },
  async (id, texts) => {
    const tidied = Object.entries(texts).map(([field, text]) => {
      // Object.entries forgets the key's type; the texts were made with these keys only.
      return [field, storyAutosave.rules.tidy(field as StoryField, text)] as const
    })
    await invoke('stories.edit', { id, set: Object.fromEntries(tidied) })
  },
)
