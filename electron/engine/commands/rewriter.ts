import type { DeskRecord, Photo, PhotoFieldChanges, Rewriting, TemplateField } from '#contract'
import { convertScript } from '../captions/rewriting/convert-script.js'
import { toFullWidth } from '../captions/rewriting/full-width.js'
import { compileReplace } from '../captions/rewriting/replace-text.js'
import { rewriteFields } from '../captions/rewriting/rewrite-fields.js'

/** What a rewriting changes in some fields of each photo. Throws `pattern-wrong` for a regular expression that is none. */
export function rewriterOf(
  how: Rewriting,
  fields: readonly TemplateField[],
  desk: readonly DeskRecord[],
): (photo: Photo) => PhotoFieldChanges {
  const rewriting = textRewriting(how, desk)
  return (photo) => rewriteFields(photo, fields, rewriting(photo))
}

/** The rewriting of each photo's texts: names that a photo's own fields give are kept as they are. */
function textRewriting(how: Rewriting, desk: readonly DeskRecord[]): (photo: Photo) => (text: string) => string {
  switch (how.kind) {
    case 'replace': {
      const replace = compileReplace(how)
      return () => replace
    }
    case 'script': {
      const people = desk.flatMap((record) => (record.kind === 'person' ? [record.name, ...record.otherNames] : []))
      return ({ creditParts, creators }) => {
        const names = [...(creditParts ?? []).flatMap((part) => part.names), ...creators, ...people]
        return (text) => convertScript(text, how.to, names)
      }
    }
    case 'full-width':
      return () => toFullWidth
  }
}
