import { z } from 'zod'
import { ArchiveInfo } from '../archive.js'
import { EditKind, UndoState } from '../edit.js'
import { JobId } from '../job.js'
import { command, folder, jobStarted, nothing } from './command.js'

export const archiveCommandTable = {
  'archive.create': command(z.object({ folder, name: z.string().optional() }), ArchiveInfo),
  'archive.open': command(z.object({ folder }), ArchiveInfo),
  'archive.info': command(nothing, ArchiveInfo.nullable()),
  'archive.close': command(nothing, nothing),
  'archive.verify': command(nothing, jobStarted),
  'archive.rebuild': command(z.object({ from: z.enum(['catalog', 'originals']) }), jobStarted),
  'edits.state': command(nothing, UndoState),
  /** Takes back the last edit of this session. `skipped` counts fields that somebody has changed since. */
  'edits.undo': command(nothing, z.object({ kind: EditKind.nullable(), skipped: z.int() })),
  'edits.redo': command(nothing, z.object({ kind: EditKind.nullable(), skipped: z.int() })),
  'jobs.cancel': command(z.object({ jobId: JobId }), nothing),
  /** Work stops before its next item and waits. */
  'jobs.pause': command(z.object({ jobId: JobId }), nothing),
  'jobs.resume': command(z.object({ jobId: JobId }), nothing),
} as const
