import { z } from 'zod'
import { ImportChoices, UnfinishedImport, WatchedFolder, Watching } from '../import.js'
import { JobId } from '../job.js'
import { Language } from '../settings.js'
import { StoryId } from '../story.js'
import { command, jobStarted, nothing, paths } from './command.js'

export const importCommandTable = {
  /** Starts an import of files and folders; the photos are added to the story when one is named. */
  'import.start': command(ImportChoices.extend({ paths }), jobStarted),
  /** Looks at what an import would do, by a job of kind `plan`; nothing is changed. */
  'import.plan': command(ImportChoices.extend({ paths }), jobStarted),
  /** Imports that quitting or a crash interrupted, the newest first. */
  'import.unfinished': command(nothing, z.object({ imports: z.array(UnfinishedImport) })),
  /** Goes on with one of them: only what is missing comes in. */
  'import.continue': command(z.object({ id: JobId }), jobStarted),
  /** Lets go of one of them; what has come in stays. */
  'import.forget': command(z.object({ id: JobId }), nothing),
  'import.watching': command(nothing, Watching),
  /** Watches a folder for this archive, or stops. Kept with the archive. */
  'import.watch': command(WatchedFolder, Watching),
  /** Imports the sample assignment and writes its story, in the language given. */
  'import.sample': command(z.object({ language: Language }), z.object({ jobId: JobId, storyId: StoryId })),
} as const
