import { type Photo, photoFields } from '#contract'
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
    const value = photo[field]
    const text = Array.isArray(value) ? value.join('; ') : (value ?? '')
    lines.push(text.includes('\n') ? `${field}:\n${indented(text, '    ')}` : `${field}: ${oneLine(text)}`.trimEnd())
  }
  return lines.join('\n')
}

function shortened(line: string): string {
  const kept = cut(line, captionColumns)
  return kept === line ? line : `${kept}…`
}
