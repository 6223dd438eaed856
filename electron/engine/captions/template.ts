import { CutlineError } from '#contract'
import { fileNameLimit, partOfFileName, safeFileName } from './file-name.js'
import { cutAtGrapheme, utf8Length } from './graphemes.js'

/** What a template may say of a photo in a story. */
export interface TemplateValues {
  slug: string
  /** Place in the story, from 1. */
  seq: number
  headline: string
  /** YYYY-MM-DD. */
  date: string
  creator: string
  /** The original's name without its ending. */
  file: string
  id: string
}

const fields = ['slug', 'seq', 'headline', 'date', 'creator', 'file', 'id'] as const satisfies (keyof TemplateValues)[]
type Field = (typeof fields)[number]

type Part = { literal: string } | { field: Field; width: number }

/** A template for file names, read and ready to be filled. */
export type Template = readonly Part[]

/**
 * Reads a template for file names without their ending, such as `{slug}-{seq:2}`. Fields: slug, seq (`{seq:2}` pads with
 * zeros to two digits, and grows beyond), headline, date, creator, file, id. Throws `invalid-input` naming the place of an
 * unknown field, a stray brace or a character that no file name can hold.
 */
export function parseTemplate(text: string): Template {
  const parts: Part[] = []
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('{', at)
    const literal = text.slice(at, open === -1 ? text.length : open)
    if (literal !== '') parts.push({ literal: checkLiteral(literal, text, at) })
    if (open === -1) break
    const close = text.indexOf('}', open)
    if (close === -1) throw mistake(text, open, 'the brace is never closed')
    parts.push(parseField(text, open, close))
    at = close + 1
  }
  if (parts.length === 0) throw mistake(text, 0, 'it is empty')
  return parts
}

function checkLiteral(literal: string, text: string, at: number): string {
  const stray = literal.indexOf('}')
  if (stray !== -1) throw mistake(text, at + stray, 'a closing brace without an opening one')
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const forbidden = literal.search(/[/\\?<>:*|"\u0000-\u001f\u007f]/)
  if (forbidden !== -1) throw mistake(text, at + forbidden, 'no file name can hold this character')
  return literal
}

function parseField(text: string, open: number, close: number): Part {
  const [name = '', width, ...more] = text.slice(open + 1, close).split(':')
  const field = fields.find((known) => known === name)
  if (!field) throw mistake(text, open, `there is no field "${name}"; there are ${fields.join(', ')}`)
  if (width === undefined) return { field, width: 0 }
  if (field !== 'seq') throw mistake(text, open, `"${field}" takes no number`)
  if (more.length > 0 || !/^[1-9]$/.test(width)) throw mistake(text, open, 'the number of digits is one of 1 to 9')
  return { field, width: Number(width) }
}

function mistake(template: string, at: number, what: string): CutlineError {
  const place = Array.from(template.slice(0, at)).length + 1
  return new CutlineError(
    'invalid-input',
    `The file name template "${template}" is wrong at character ${place}: ${what}.`,
    {
      template,
      position: place,
    },
  )
}

/**
 * A file name without its ending, safe on every system. Where it would be too long, the longest value gives way first, so
 * that the number stays. What empty values leave between separators is tidied away; never empty.
 */
export function fillTemplate(template: Template, values: TemplateValues): string {
  const texts = template.map((part) => {
    if ('literal' in part) return part.literal
    if (part.field === 'seq') return String(values.seq).padStart(part.width, '0')
    return partOfFileName(values[part.field])
  })
  shorten(template, texts)
  const isGap = template.some((part, index) => 'field' in part && texts[index] === '')
  const name = texts.join('')
  return safeFileName(isGap ? tidy(name) : name)
}

function shorten(template: Template, texts: string[]): void {
  const shrinkable = template.flatMap((part, index) =>
    'field' in part && part.field !== 'seq' && part.field !== 'date' ? [index] : [],
  )
  const length = (index: number) => utf8Length(texts[index] ?? '')
  for (;;) {
    const excess = utf8Length(texts.join('').normalize('NFC')) - fileNameLimit
    const longest = shrinkable.reduce(
      (best, index) => (length(index) > length(best) ? index : best),
      shrinkable[0] ?? -1,
    )
    if (excess <= 0 || longest === -1 || length(longest) === 0) return
    const room = Math.max(0, length(longest) - excess)
    texts[longest] = cutAtGrapheme(texts[longest] ?? '', (beginning) => utf8Length(beginning) <= room)
  }
}

function tidy(name: string): string {
  return name.replace(/([-_ ])[-_ ]+/g, '$1').replace(/^[-_ ]+|[-_ ]+$/g, '')
}
