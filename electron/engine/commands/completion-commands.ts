import { CutlineError, type CommandOutput, type Fact, type Person, type Photo, PhotoQuery } from '#contract'
import { completeFacts } from '../captions/facts/complete-facts.js'
import { completeNames } from '../captions/people/complete-names.js'
import { readGuestList } from '../captions/people/read-guest-list.js'
import type { Context } from './context.js'
import type { HandlersOf } from './handlers.js'

type Completion = CommandOutput<'captions.complete'>['completions'][number]

/** Earlier captions that are looked through, and that are offered. */
const looked = 40
const offered = 3
/** Fewer characters say too little. */
const shortest = 2

export function completionCommands(context: Context): HandlersOf<'people.read' | 'captions.complete'> {
  return {
    'people.read': ({ text }) => Promise.resolve({ people: readGuestList(text) }),
    'captions.complete': async ({ text, caret, photoId }) => {
      const { archive } = context.session()
      const [photo] = await archive.photos([photoId])
      if (!photo) throw new CutlineError('photo-not-found', `There is no photo ${photoId} in this archive.`)
      const roster = archive.desk().flatMap((record) => (record.kind === 'person' ? [record] : []))
      const people = namesAt(text.slice(0, caret), roster, photo.takenAt)
      const facts = factsAt(
        text.slice(0, caret),
        archive.desk().flatMap((record) => (record.kind === 'fact' ? [record] : [])),
      )
      return { completions: [...people, ...facts, ...(await earlierCaptions(context, text, caret, photo))] }
    },
  }
}

/** The longest run before the caret that a name may begin with: letters of its pinyin, or some of its characters. */
function namesAt(before: string, roster: readonly Person[], day: string | null): Completion[] {
  if (roster.length === 0) return []
  const letters = /(?<![\p{L}])[A-Za-z]{2,20}$|(?<=\p{Script=Han})[a-z]{2,20}$/u.exec(before)?.[0]
  const characters = /\p{Script=Han}{1,4}$/u.exec(before)?.[0] ?? ''
  const runs = letters === undefined ? Array.from(characters, (_, at) => characters.slice(at)) : [letters]
  for (const run of runs) {
    // One character is a surname of many.
    if (run.length < shortest) continue
    const found = completeNames(run, roster, day)
    if (found.length === 0) continue
    const from = before.length - run.length
    const texts = found.slice(0, offered).flatMap(({ name, text }) => [text, name])
    return [...new Set(texts)].filter((text) => text !== run).map((text) => ({ kind: 'person', from, text }))
  }
  return []
}

/** As `namesAt` for events, places and organisations, whose names are longer. */
function factsAt(before: string, facts: readonly Fact[]): Completion[] {
  if (facts.length === 0) return []
  const letters = /(?<![\p{L}])[A-Za-z]{2,20}$|(?<=\p{Script=Han})[a-z]{2,20}$/u.exec(before)?.[0]
  const characters = /[\p{Script=Han}\d]{1,20}$/u.exec(before)?.[0] ?? ''
  const runs = letters === undefined ? Array.from(characters, (_, at) => characters.slice(at)) : [letters]
  for (const run of runs) {
    if (run.length < shortest) break
    const found = completeFacts(run, facts).filter(({ text }) => text !== run)
    if (found.length > 0) return found.map((each) => ({ ...each, from: before.length - run.length }))
  }
  return []
}

/** Captions that begin as this one does; while it is empty, those of the same place. The newest first. */
async function earlierCaptions(context: Context, text: string, caret: number, photo: Photo): Promise<Completion[]> {
  const typed = text.trim()
  const wanted = typed === '' ? photo.place : typed
  if (wanted.length < (typed === '' ? 1 : shortest * 2) || caret < text.trimEnd().length) return []
  const index = await context.session().indexSoFar()
  const query = PhotoQuery.parse({ text: typed === '' ? wanted : wanted.replace(/\s+/gu, ' ') })
  const { photos } = await index.list(query, { offset: 0, limit: looked })
  const captions = photos
    .filter(({ id, place }) => id !== photo.id && (typed !== '' || place === photo.place))
    .map(({ caption }) => caption)
    .filter((caption) => caption !== typed && caption.startsWith(typed) && caption.trim() !== '')
  return [...new Set(captions)].slice(0, offered).map((caption) => ({ kind: 'caption', from: 0, text: caption }))
}
