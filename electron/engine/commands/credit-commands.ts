import { type CreditPart, type HouseStyle, type Mutation, PhotoQuery, type StoryId } from '#contract'
import { creditKeys } from '../captions/credits/credit-keys.js'
import { printCompleted } from '../captions/credits/print-completed.js'
import { printCredit } from '../captions/credits/print-credit.js'
import { rankCredits } from '../captions/credits/rank-credits.js'
import { readCredit } from '../captions/credits/split-caption.js'
import { completeCredit } from '../captions/matching/complete-credit.js'
import type { Context } from './context.js'
import { commitEdit } from './edit-commands.js'
import type { HandlersOf } from './handlers.js'
import { houseStyleOf } from './house-styles.js'
import { photoChange } from './photo-change.js'

/** More than any desk's list that is still worth looking through. */
const most = 500

export function creditCommands(context: Context): HandlersOf<'credits.list' | 'credits.read' | 'credits.reprint'> {
  const style = () => houseStyleOf(context.session().archive.desk())

  /** What the bylines of a story's article make of the bare credits in use. */
  const completed = async (storyId: StoryId | null, bare: readonly string[]): Promise<string[]> => {
    const article = storyId === null ? null : (await context.session().archive.story(storyId))?.article
    if (!article) return []
    const lines = bare.flatMap((line) => {
      const parts = readCredit(line)?.parts
      const whole = parts ? completeCredit(parts, article) : null
      return whole === null ? [] : [printCompleted(line, whole, style())]
    })
    return [...new Set(lines)].slice(0, 3)
  }

  return {
    'credits.list': async ({ also, storyId }) => {
      const used = rankCredits(await (await context.session().indexSoFar()).credits(most))
      const lines = [...used.map(({ line }) => line), ...also]
      const first = await completed(storyId, lines)
      const photosOf = new Map(used.map(({ line, photos }) => [line, photos]))
      const credits = [...new Set([...first, ...lines])]
      return { credits: credits.map((line) => ({ line, photos: photosOf.get(line) ?? 0, keys: creditKeys(line) })) }
    },
    'credits.read': ({ line }) => {
      const credit = readCredit(line)
      const chosen = style()
      return Promise.resolve({ credit, inHouseStyle: credit && chosen && printCredit(credit.parts, chosen) })
    },
    'credits.reprint': async ({ ids }) => {
      const chosen = style()
      if (chosen === null) return { changed: 0, unread: 0 }
      const all = ids ?? (await allIds(context))
      let unread = 0
      const entry = await commitEdit(context, 'photo.credits', async (current) => {
        const mutations: Mutation[] = []
        for (const id of all) {
          const photo = await current.photo(id)
          if (!photo || photo.credit === '') continue
          const parts = photo.creditParts ?? readCredit(photo.credit)?.parts
          if (parts) mutations.push(...reprinted(photo, parts, chosen))
          else unread += 1
        }
        return mutations
      })
      return { changed: entry?.mutations.length ?? 0, unread }
    },
  }
}

function reprinted(photo: Parameters<typeof photoChange>[0], parts: CreditPart[], style: HouseStyle): Mutation[] {
  return photoChange(photo, { credit: printCredit(parts, style) }, parts)
}

async function allIds(context: Context): Promise<string[]> {
  const index = await context.session().index()
  return (await index.ids(PhotoQuery.parse({}), { offset: 0, limit: Number.MAX_SAFE_INTEGER })).ids
}
