import type { Person } from '#contract'
import { foldText } from '../credits/folded-text.js'

/** Where a caption names somebody who is boxed. */
export interface Naming {
  name: string
  /** Bounds of the name, UTF-16 units. */
  at: number
  end: number
  /** Where a marker goes: behind the name and the title that follows it, 王明主任. */
  markAt: number
}

/** Titles that stand behind a name and belong to it. Folded. */
const behind =
  /^(?:先生|女士|小姐|太太|夫人|同志|博士|教授|老师|医生|律师|主席|主任|书记|总统|总理|总裁|议员|委员|(?:副|总)?(?:[局处科厅部院校会社市县区镇乡村州省组班队所站行]|董事|署|秘书)长)/u

/**
 * Every place in which a caption names one of these people, by their own name or one that the roster has for them; traditional and
 * simplified, padded and plain names are the same. A piece of a longer name (王明 in 王明亮) is none of them.
 */
export function findNames(caption: string, names: readonly string[], roster: readonly Person[]): Naming[] {
  const text = comparable(caption)
  const wanted = new Map<string, string | null>()
  for (const name of names) {
    wanted.set(comparable(name), name)
    for (const other of otherNames(name, roster)) if (!wanted.has(other)) wanted.set(other, name)
  }
  wanted.delete('')
  // Longer names of people who are not boxed keep their pieces from being found.
  for (const longer of roster.flatMap(({ name, otherNames: others }) => [name, ...others]).map(comparable)) {
    if (longer !== '' && text.includes(longer) && !wanted.has(longer)) wanted.set(longer, null)
  }
  const taken: { at: number; end: number; name: string | null }[] = []
  for (const [written, name] of [...wanted].sort(([a], [b]) => b.length - a.length)) {
    for (const { index, 0: match } of text.matchAll(patternOf(written))) {
      const end = index + match.length
      if (!taken.some((other) => other.at < end && index < other.end)) taken.push({ at: index, end, name })
    }
  }
  return taken
    .filter((place): place is typeof place & { name: string } => place.name !== null)
    .sort((a, b) => a.at - b.at)
    .map((place) => ({ ...place, markAt: place.end + (behind.exec(text.slice(place.end))?.[0].length ?? 0) }))
}

function otherNames(name: string, roster: readonly Person[]): string[] {
  const wanted = comparable(name)
  return roster
    .map((person) => [person.name, ...person.otherNames].map(comparable))
    .filter((names) => names.includes(wanted))
    .flat()
}

/** 任超 is also found padded with a blank; a name in Latin letters is no piece of a word. */
function patternOf(written: string): RegExp {
  const characters = Array.from(written, (character) => character.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&'))
  const isHan = /^\p{Script=Han}+$/u.test(written)
  const pattern = characters.join(isHan ? ' ?' : '')
  return new RegExp(`(?<!${edgeOf(written.charAt(0))})${pattern}(?!${edgeOf(written.slice(-1))})`, 'gu')
}

function edgeOf(character: string): string {
  return /[\p{Script=Latin}\d]/u.test(character) ? '[\\p{Script=Latin}\\d]' : '$.'
}

/** Of the text's own length, so that places are the same in both. */
function comparable(text: string): string {
  const { folded } = foldText(text)
  const lower = folded.toLowerCase()
  return lower.length === text.length ? lower : folded
}
