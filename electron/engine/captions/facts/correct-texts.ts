import { type DeskRecord, factFields, type Photo, type PhotoFieldChanges, type WordingChange } from '#contract'
import { convertScript } from '../rewriting/convert-script.js'
import { type LinkedName, linkedNames, usesIn } from './linked-names.js'
import { ownNames } from './photo-facts.js'

/** What is corrected: one record's wordings, in the light of all that the desk and the photo know. */
export interface Correction {
  readonly id: string
  readonly changes: readonly WordingChange[]
  readonly desk: readonly DeskRecord[]
}

/** The fields of a photo that a correction changes; those that come out as they were are left out. */
export function correctPhoto(photo: Photo, correction: Correction): PhotoFieldChanges {
  const correct = corrector(photo, correction)
  const changes: PhotoFieldChanges = {}
  for (const field of factFields) {
    if (field === 'people' || field === 'keywords') {
      const after = [...new Set(photo[field].map(correct))]
      if (after.join('\n') !== photo[field].join('\n')) changes[field] = after
    } else {
      const after = correct(photo[field])
      if (after !== photo[field]) changes[field] = after
    }
  }
  return changes
}

/** A text of a photo, a printed caption say, with the wordings corrected. */
export function correctText(text: string, photo: Photo, correction: Correction): string {
  return corrector(photo, correction)(text)
}

function corrector(photo: Photo, { id, changes, desk }: Correction): (text: string) => string {
  const names = linkedNames(desk)
  const own: LinkedName[] = ownNames(
    photo,
    changes.map(({ before }) => ({ id, text: before })),
  )
  const changeOf = new Map(changes.map((change) => [change.before, change]))
  return (text) => {
    let result = ''
    let from = 0
    for (const { at, end, use } of usesIn(text, names, own)) {
      const change = use.id === id ? changeOf.get(use.text) : undefined
      if (change === undefined) continue
      result += text.slice(from, at) + inItsScript(text.slice(at, end), change)
      from = end
    }
    return result + text.slice(from)
  }
}

/** The new wording in the characters in which the text had the old one. */
export function inItsScript(written: string, { before, after }: WordingChange): string {
  if (written === before) return after
  const script = (['zh-Hans', 'zh-Hant'] as const).find((each) => convertScript(before, each, []) === written)
  return script === undefined ? after : convertScript(after, script, [])
}
