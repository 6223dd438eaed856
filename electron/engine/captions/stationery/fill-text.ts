/** What the variables of a template stand for, for one photo. */
export interface StationeryValues {
  /** When the photo was taken, as a camera states it; null where unknown. */
  takenAt: string | null
  /** Who reports: the story's first reporter, or the person at the keyboard. */
  reporter: string
  correspondent: string
  place: string
  event: string
  /** Number within the selection, from 1. */
  seq: number
  total: number
  /** The original's name without its ending. */
  filename: string
  headline: string
  caption: string
  credit: string
  creator: string
  /** The story's headline; empty outside a story. */
  story: string
}

/** Every variable that a template may hold, for the interface. */
export const variables = [
  'date',
  'date:zh',
  'date:short',
  'time',
  'year',
  'reporter',
  'correspondent',
  'place',
  'event',
  'seq',
  'seq:2',
  'total',
  'filename',
  'headline',
  'caption',
  'credit',
  'creator',
  'story',
] as const

const variable = /\{([a-z]+)(?::([a-z]+|\d))?\}/gu

/**
 * A template's text with its variables replaced. One that is unknown stays as it is written; what an empty value leaves between
 * signs and blanks is tidied away.
 */
export function fillText(text: string, values: StationeryValues): string {
  const isGap = Array.from(text.matchAll(variable)).some(
    ([, name = '', option]) => valueOf(name, option, values) === '',
  )
  const filled = text.replace(
    variable,
    (written, name: string, option?: string) => valueOf(name, option, values) ?? written,
  )
  return isGap ? tidy(filled) : filled
}

function valueOf(name: string, option: string | undefined, values: StationeryValues): string | null {
  const [year = '', month = '', day = '', hour = '', minute = ''] = (values.takenAt ?? '').split(/[-T:+Z.]/u)
  const isDated = day !== ''
  switch (name) {
    case 'date':
      if (!isDated) return ''
      if (option === 'zh') return `${year}年${Number(month)}月${Number(day)}日`
      if (option === 'short') return `${Number(month)}月${Number(day)}日`
      return option === undefined ? `${year}-${month}-${day}` : null
    case 'time':
      return minute === '' ? '' : `${hour}:${minute}`
    case 'year':
      return year
    case 'seq':
      return String(values.seq).padStart(Number(option ?? 1), '0')
    case 'total':
      return String(values.total)
    case 'reporter':
    case 'correspondent':
    case 'place':
    case 'event':
    case 'filename':
    case 'headline':
    case 'caption':
    case 'credit':
    case 'creator':
    case 'story':
      return option === undefined ? values[name] : null
    default:
      return null
  }
}

function tidy(text: string): string {
  return text
    .replace(/[（(][\s\u3000]*[）)]/gu, '')
    .replace(/([，、,；;])[\s\u3000]*(?=[，、,；;。.])/gu, '')
    .replace(/[ \u3000]{2,}/gu, ' ')
    .replace(/^[\s，、,；;。]+|[ \u3000，、,；;]+$/gu, '')
}
