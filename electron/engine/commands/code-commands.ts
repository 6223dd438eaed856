import { expandAtCaret } from '../captions/codes/expand-codes.js'
import { printCodes, readCodes } from '../captions/codes/read-codes.js'
import { readSource } from './article-source.js'
import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'

export function codeCommands(
  context: Context,
): HandlersOf<'texts.read' | 'codes.read' | 'codes.print' | 'codes.expand'> {
  return {
    'texts.read': async ({ path }) => {
      const { name, original } = await readSource({ path }, [])
      return { name, text: original }
    },
    'codes.read': ({ text }) => Promise.resolve(readCodes(text)),
    'codes.print': ({ codes }) => Promise.resolve({ text: printCodes(codes) }),
    'codes.expand': ({ text, caret }) => {
      const lists = context
        .session()
        .archive.desk()
        .flatMap((record) => (record.kind === 'codes' ? [record] : []))
      return Promise.resolve({ expanded: expandAtCaret(text, caret, lists) })
    },
  }
}
