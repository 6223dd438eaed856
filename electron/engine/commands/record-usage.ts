import { v7 as uuidv7 } from 'uuid'
import {
  CutlineError,
  type ExportResult,
  type Language,
  type Photo,
  type Privacy,
  type Story,
  type UsageId,
} from '#contract'
import type { Context } from './context.js'
import type { Session } from './session.js'

export interface FinishedExport {
  story: Story
  photos: readonly Photo[]
  preset: string
  zip: boolean
  language: Language
  /** The export that this one puts right. */
  corrects: UsageId | null
  /** What was chosen in place of the preset's own. */
  privacy: Privacy | null
}

/**
 * Notes a finished export on its photos, durably, before anybody is told that it is finished. Where that cannot be done the bundle
 * stands all the same, and the result says so among its warnings.
 */
export async function recordUsage(
  context: Context,
  session: Session,
  finished: FinishedExport,
  result: ExportResult,
): Promise<ExportResult> {
  const { story, photos, preset, zip, language, corrects, privacy } = finished
  const printed = new Map(story.photos.map(({ photoId, printedCaption }) => [photoId, printedCaption]))
  try {
    await session.archive.requireWritable()
    await session.usage.append({
      id: uuidv7(),
      at: new Date().toISOString(),
      by: context.user,
      storyId: story.id,
      headline: story.headline,
      byline: story.byline,
      text: story.text,
      preset,
      destination: result.destination,
      zip,
      sent: result.sent,
      language,
      corrects,
      privacy,
      photos: photos.map(({ id, file, caption, credit, creditParts, creators }) => ({
        photoId: id,
        file,
        caption: printed.get(id) ?? caption,
        credit,
        creditParts,
        creators,
      })),
    })
  } catch (error) {
    const { code, message } = CutlineError.from(error)
    const warning = {
      file: result.destination,
      code,
      message: `The bundle is written, but its photos' record of use is not: ${message}`,
    }
    return { ...result, warnings: [...result.warnings, warning] }
  }
  context.emit({ event: 'usage.changed', payload: { photoIds: photos.map(({ id }) => id) } })
  return result
}
