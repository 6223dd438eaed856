import { type Photo, type PhotoField, type PhotoFields, photoFields } from '#contract'
import { cut, indented, oneLine } from './text.js'

/** How much of a caption a listing shows, in columns. */
const captionColumns = 96

/** A photo in a listing: its id and file, then what is written about it. */
export function photoLines(photo: Photo): string {
  const { id, file, width, height, takenAt, caption, credit } = photo
  const about = [`${id}  ${oneLine(file)}`, `${width}×${height}`, takenAt].filter((part) => part !== null)
  return [
    about.join('  '),
    `    ${caption === '' ? '(no caption)' : shortened(oneLine(caption))}`,
    `    ${credit === '' ? '(no credit)' : oneLine(credit)}`,
  ].join('\n')
}

/** Everything about one photo, a field a line; captions of several lines stay so. */
export function photoText(photo: Photo, original: string): string {
  const { id, file, sha256, bytes, format, width, height, importedAt } = photo
  const facts = { id, file, original, size: `${width}×${height}, ${bytes} bytes, ${format}`, sha256, importedAt }
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${oneLine(value)}`)
  for (const field of photoFields) {
    const text = fieldText(photo[field])
    if (text === '' && !mainFields.includes(field)) continue
    lines.push(text.includes('\n') ? `${field}:\n${indented(text, '    ')}` : `${field}: ${oneLine(text)}`.trimEnd())
  }
  return lines.join('\n')
}

/** What a listing shows even where it is empty; of the other fields, those that say something. */
const mainFields: readonly PhotoField[] = ['caption', 'headline', 'credit', 'creators', 'keywords', 'place', 'takenAt']

/** Structures as JSON, so that they can be read again. */
function fieldText(value: PhotoFields[PhotoField]): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  if (!Array.isArray(value)) return JSON.stringify(value)
  return value.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry))).join('; ')
}

function shortened(line: string): string {
  const kept = cut(line, captionColumns)
  return kept === line ? line : `${kept}…`
}
