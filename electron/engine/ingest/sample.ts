import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { type Language, PhotoFields, StoryFields } from '#contract'

const SampleText = z.object({
  ...StoryFields.shape,
  /** One for each photo, in order; a text left empty is left for the newcomer to write. */
  photos: z.array(PhotoFields.pick({ caption: true, credit: true, headline: true, keywords: true, place: true })),
})
export type SampleText = z.infer<typeof SampleText>

const SampleAssignment = z.object({
  photos: z.array(z.string().min(1)).min(1),
  texts: z.object({ 'zh-Hant': SampleText, 'zh-Hans': SampleText, en: SampleText }),
})

/** The small assignment that comes with Cutline, for trying it out: its photos' paths and its texts in one language. */
export async function readSample(
  resources: string,
  language: Language,
): Promise<{ photos: string[]; text: SampleText }> {
  const folder = path.join(resources, 'sample')
  const assignment = SampleAssignment.parse(JSON.parse(await readFile(path.join(folder, 'assignment.json'), 'utf8')))
  return { photos: assignment.photos.map((name) => path.join(folder, name)), text: assignment.texts[language] }
}
