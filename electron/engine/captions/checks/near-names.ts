import { pinyin } from 'pinyin-pro'
import { foldText } from '../credits/folded-text.js'
import { isPerson } from '../credits/names.js'
import type { Found, Rule } from './check-photo.js'
import { gappedForms, type KnownNames, knownNames, placesOfNames } from './known-names.js'

/** What may stand around a name; inside a longer word, likeness is chance. Folded. */
const edge = /^$|[\s、,，。;；:：!?！？()《》「」『』“”"·和与及为是由向对在]/u
/** What follows a name and ends none: 王明說 is no near miss of 王明亮. Folded. */
const noName = /[说称讲问答等在和与及为是的了来去到对向将把被从给率获出]$/u

/**
 * A name one character off a known one: where the two sound alike, or where the run is a name by its bounds and only its surname is
 * certain. Beside the known name itself only what sounds alike counts; brothers and sisters differ by one character.
 */
export const nameNear: Rule = ({ caption }, { people }) => {
  const names = knownNames(people)
  if (names.gapped.size === 0) return []
  const text = foldText(caption).folded
  const places = placesOfNames(text, names)
  const present = new Set(places.map(({ at, end }) => text.slice(at, end)))
  const found = new Map<string, Found>()
  for (let at = 0; at < text.length; at++) {
    for (let length = 4; length >= 2; length--) {
      const run = text.slice(at, at + length)
      if (run.length < length || !/^\p{Script=Han}+$/u.test(run)) continue
      // A piece of a known name, or one that reaches into it, is what it is.
      if (places.some((place) => place.end - place.at >= length && place.at < at + length && at < place.end)) continue
      const known = nearest(run, { before: text.charAt(at - 1), behind: text.charAt(at + length) }, names, present)
      if (known === undefined) continue
      const written = caption.slice(at, at + length)
      found.set(written, { values: { written, known: names.spelled.get(known) ?? known }, fix: null })
      at += length - 1
      break
    }
  }
  return [...found.values()]
}

interface Bounds {
  before: string
  behind: string
}

/** The known name that was probably meant; one that sounds alike before any other. */
function nearest(run: string, bounds: Bounds, names: KnownNames, present: ReadonlySet<string>): string | undefined {
  const likely = gappedForms(run).flatMap((form, place) =>
    (names.gapped.get(form) ?? []).map((name) => ({
      name,
      place,
      alike: soundAlike(run.charAt(place), name.charAt(place)),
    })),
  )
  const isBounded = edge.test(bounds.before) || edge.test(bounds.behind)
  const heard = likely.find(({ alike, place }) => {
    if (!alike) return false
    // With two characters only, one of two is little: 和平 is nobody called 何平.
    if (run.length === 2) return place > 0 && edge.test(bounds.before) && edge.test(bounds.behind)
    return isBounded || place > 0
  })
  if (heard !== undefined) return heard.name
  if (run.length < 3 || !isBounded || !isPerson(run) || noName.test(run)) return undefined
  return likely.find(
    ({ name, place }) => place > 0 && !present.has(name) && (place < run.length - 1 || edge.test(bounds.behind)),
  )?.name
}

const sounds = new Map<string, readonly string[]>()

/** Whether two characters share a reading, tones aside. */
function soundAlike(one: string, other: string): boolean {
  const readings = soundsOf(other)
  return soundsOf(one).some((reading) => readings.includes(reading))
}

function soundsOf(character: string): readonly string[] {
  const before = sounds.get(character)
  if (before !== undefined) return before
  const readings = pinyin(character, { toneType: 'none', multiple: true, type: 'array' })
  sounds.set(character, readings)
  return readings
}
