import type { DeskRecord, Photo, Rewriting } from '#contract'
import { convertScript } from '../captions/rewriting/convert-script.js'
import { toFullWidth } from '../captions/rewriting/full-width.js'
import { compileReplace } from '../captions/rewriting/replace-text.js'

/**
 * The rewriting of each photo's texts: names that a photo's own fields give are kept as they are. Throws `pattern-wrong` for a
 * regular expression that is none.
 */
export function rewriterOf(how: Rewriting, desk: readonly DeskRecord[]): (photo: Photo) => (text: string) => string {
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
