import { z } from 'zod'
import { ArchiveInfo } from './archive.js'
import { UndoState } from './edit.js'
import { WireError } from './errors.js'
import { Watching } from './import.js'
import { JobFailed, JobFinished, JobId, JobProgress } from './job.js'
import { PhotoId } from './photo.js'
import { Settings } from './settings.js'
import { SidecarState } from './sidecar.js'
import { StoryId } from './story.js'

/** Every event, once: its name and what it carries. Sent by the engine and relayed, or sent by the shell itself. */
export const events = {
  /** An archive was opened, or closed (null). */
  'archive.changed': z.object({ archive: ArchiveInfo.nullable() }),
  /** How far the index has come that is being made anew, 0 to 1; until then listings and searches lack photos. */
  'archive.indexing': z.object({ part: z.number().min(0).max(1) }),
  /** Photos came, went or changed. Sent after the change is durable and the index has it. */
  'photos.changed': z.object({ added: z.array(PhotoId), changed: z.array(PhotoId) }),
  'stories.changed': z.object({ ids: z.array(StoryId) }),
  /** Photos went out with an export. */
  'usage.changed': z.object({ photoIds: z.array(PhotoId) }),
  'edits.changed': UndoState,
  /** House style, templates, codes, people or house rules changed. */
  'desk.changed': z.object({}),
  /** Groups of near duplicates may be others now, or fewer photos wait for being looked at. */
  'twins.changed': z.object({}),
  /** Another folder is watched, or none, or it is gone. */
  'import.watching': Watching,
  /** Sidecars were written, or another program has changed some. */
  'sidecars.changed': SidecarState,
  /** Files that are coming in, with the ids that their photos will have; `cutline-photo://arriving/<id>` shows them meanwhile. */
  'import.arriving': z.object({ jobId: JobId, photos: z.array(z.object({ id: PhotoId, file: z.string() })) }),
  'job.progress': JobProgress,
  'job.finished': JobFinished,
  'job.failed': JobFailed,

  /** The engine's health, from the shell that supervises it. */
  'engine.state': z.object({
    state: z.enum(['starting', 'ready', 'restarting', 'failed']),
    error: WireError.nullable(),
  }),
  'settings.changed': Settings,
  /** A bundle was given to the application from outside (command line, file manager) and waits: `shell.handedBundle` takes it. */
  'bundle.handed': z.object({}),
  /** A menu entry or its key was chosen. */
  'menu.chosen': z.object({
    action: z.enum([
      'new-archive',
      'open-archive',
      'import-files',
      'import-folder',
      'new-story',
      'export-story',
      'open-bundle',
      'open-bundle-folder',
      'undo',
      'redo',
      'select-all',
      'find',
      'settings',
      'verify',
    ]),
  }),
} as const

export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = z.output<(typeof events)[E]>
export type EventListener<E extends EventName> = (payload: EventPayload<E>) => void

/** An event with its payload, as one value. */
export type AnyEvent = { [E in EventName]: { event: E; payload: EventPayload<E> } }[EventName]
