import type { BundleToCorrect, PhotoId, Usage, UsageId } from '#contract'
import { foldText } from '../captions/credits/folded-text.js'
import { presetsOf } from './preset-commands.js'
import type { Session } from './session.js'

/** Places that are told of one bundle. */
const most = 3
/** UTF-16 units shown on each side of a wording. */
const shown = 16

/**
 * Bundles that went out with one of these wordings, or with a photo that has it in some other field, the newest first. One that a
 * correction has replaced is left out; the correction itself is looked at like any other.
 */
export async function bundlesToCorrect(
  session: Session,
  wordings: readonly string[],
  photoIds: ReadonlySet<PhotoId>,
): Promise<BundleToCorrect[]> {
  const wanted = wordings.map((wording) => foldText(wording).folded)
  const replaced = new Set<UsageId>()
  const found: BundleToCorrect[] = []
  const presets = new Set(presetsOf(session.archive.desk()).map(({ id }) => id))
  const stories = new Set((await session.archive.stories()).map(({ id }) => id))
  for await (const usage of session.usage.read()) {
    if (usage.corrects !== null) replaced.add(usage.corrects)
    const printed = placesIn(usage, wanted)
    if (printed.length === 0 && !usage.photos.some(({ photoId }) => photoIds.has(photoId))) continue
    const { id, at, by, storyId, headline, preset, destination, zip, photos } = usage
    const hindrance = !stories.has(storyId) ? 'story' : presets.has(preset) ? null : 'preset'
    found.push({ id, at, by, storyId, headline, preset, destination, zip, photos: photos.length, printed, hindrance })
  }
  return found.filter(({ id }) => !replaced.has(id)).reverse()
}

function placesIn({ headline, byline, text, photos }: Usage, wanted: readonly string[]): string[] {
  const places = new Set<string>()
  const texts = [headline, byline, text, ...photos.flatMap((each) => [each.caption, each.credit, ...each.creators])]
  for (const text of texts) {
    const { folded } = foldText(text)
    for (const words of wanted) {
      const at = folded.indexOf(words)
      if (at === -1) continue
      places.add(text.slice(Math.max(0, at - shown), at + words.length + shown).replaceAll('\n', ' '))
      if (places.size === most) return [...places]
    }
  }
  return [...places]
}
