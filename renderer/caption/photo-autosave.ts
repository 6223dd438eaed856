import type { PhotoId } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { changeMany, isMany } from '../tools/bulk-change.js'
import { Autosave } from './autosave.js'
import { changesOf, type DraftedField, photoRules } from './field-text.js'

/** The text typed for photos; there is one caption pane, and its text outlives it. */
export const photoAutosave = new Autosave<readonly PhotoId[], DraftedField>(photoRules, async (ids, texts) => {
  const { set, unreadable } = changesOf(texts)
  if (Object.keys(set).length > 0) {
    if (isMany(ids)) await changeMany(ids, { kind: 'fields', set })
    else await invoke('photos.edit', { ids: [...ids], set })
  }
  if (unreadable.length > 0) {
    throw new CutlineError('invalid-input', 'Some of the text is no value of its field; it is kept, unsaved.', {
      fields: unreadable,
    })
  }
})
