import type { ImportPlan } from '#contract'
import { failureLines } from '../failure-lines.js'
import { counted, oneLine } from '../text.js'

const outcomes = {
  there: 'in the archive already',
  again: 'handed in twice',
} as const

/** What an import would do, a line for each file; then what it needs. */
export function planText({ sources, files, failed, skipped, bytesNeeded, bytesFree }: ImportPlan): string {
  const fresh = files.filter(({ outcome }) => outcome === 'new')
  const refused = files.flatMap(({ problem }) => problem ?? [])
  const known = files.filter(({ outcome }) => outcome === 'there' || outcome === 'again')
  const size = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`
  const sum = [
    `${counted(fresh.length, 'photo')} would come in (${size(bytesNeeded)}${bytesFree === null ? '' : ` of ${size(bytesFree)} free`})`,
    known.length > 0 && `${known.length} in the archive already or twice`,
    skipped.length > 0 && `${skipped.length} left alone`,
    failed.length + refused.length > 0 && `${failed.length + refused.length} cannot be read`,
  ].filter((part) => part !== false)
  return [
    ...sources.map(({ kind, name }) => `${kind}: ${oneLine(name)}`),
    ...files.flatMap(({ file, outcome, storedAs, caption, credit, recompressed }) => {
      if (outcome === 'refused') return []
      if (outcome !== 'new') return [`${oneLine(file)}  (${outcomes[outcome]})`]
      const text = [caption, credit].filter((part) => part !== '').join('  ')
      return [
        `${oneLine(file)}  ->  ${storedAs}${recompressed ? '  (a chat’s copy: ask for the original)' : ''}`,
        ...(text === '' ? [] : [`    ${oneLine(text)}`]),
      ]
    }),
    ...skipped.map(({ file, reason }) => `left alone: ${oneLine(file)}: ${oneLine(reason)}`),
    ...failureLines('failed', [...failed, ...refused]),
    `${sum.join(', ')}. Nothing was changed.`,
  ].join('\n')
}
