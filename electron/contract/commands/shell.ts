import { z } from 'zod'
import { ArchiveInfo } from '../archive.js'
import { DeskRecordId } from '../desk-record-id.js'
import { Secret } from '../destination.js'
import { Language, Settings } from '../settings.js'
import { command, folder, nothing } from './command.js'

/** Answered by the window's shell: dialogs, settings, what only Electron can do. */
export const shellCommands = {
  'shell.start': command(
    nothing,
    z.object({
      settings: Settings,
      /** The language to show, chosen or the system's. */
      language: Language,
      platform: z.string(),
      version: z.string(),
      /** The archive that is open or was last open; the engine may still be opening it. */
      archive: ArchiveInfo.nullable(),
    }),
  ),
  'shell.setSettings': command(Settings.partial(), Settings),
  /** Asks for a folder and opens the archive in it, or makes one there. null when the dialog was cancelled. */
  'shell.openArchive': command(z.object({ create: z.boolean() }), ArchiveInfo.nullable()),
  /** Opens an archive opened before. */
  'shell.openRecent': command(z.object({ folder }), ArchiveInfo),
  'shell.choosePhotos': command(
    z.object({ kind: z.enum(['files', 'folder']) }),
    z.object({ paths: z.array(z.string()) }),
  ),
  /** What the clipboard holds: files, or a picture, which is written to a file first; none where it holds neither. */
  'shell.clipboardPhotos': command(nothing, z.object({ paths: z.array(z.string()) })),
  /** Asks for the original of a photo. */
  'shell.chooseOriginal': command(nothing, z.object({ path: z.string().nullable() })),
  'shell.chooseArticle': command(nothing, z.object({ path: z.string().nullable() })),
  /** Asks for a text file: a list of codes or of guests. */
  'shell.chooseText': command(nothing, z.object({ path: z.string().nullable() })),
  /** Asks where a text goes and writes it there, UTF-8; false when the dialog was cancelled. */
  'shell.saveText': command(
    z.object({ name: z.string().min(1).max(200), text: z.string().max(200_000_000) }),
    z.object({ saved: z.boolean() }),
  ),
  /** Asks where a file goes that the engine will write; null when the dialog was cancelled. */
  'shell.chooseSaveFile': command(
    z.object({ name: z.string().min(1).max(200) }),
    z.object({ file: z.string().nullable() }),
  ),
  'shell.chooseExportFolder': command(nothing, z.object({ folder: z.string().nullable() })),
  /** Asks for a bundle, a zip or a folder; null when the dialog was cancelled. */
  'shell.chooseBundle': command(
    z.object({ kind: z.enum(['zip', 'folder']) }),
    z.object({ place: z.string().nullable() }),
  ),
  /** The bundle that was given to the application from outside and waits, once; null where none does. */
  'shell.handedBundle': command(nothing, z.object({ place: z.string().nullable() })),
  /** Makes (or opens) an archive for the sample in the user's Pictures folder. */
  'shell.openSampleArchive': command(nothing, ArchiveInfo),
  /**
   * Keeps a destination's password in the system's key store; null forgets it. `kept` false: this computer has no store that can be
   * trusted, and it has to be asked for each time.
   */
  'shell.keepSecret': command(
    z.object({ id: DeskRecordId, secret: Secret.nullable() }),
    z.object({ kept: z.boolean() }),
  ),
  /** Whether this computer has a key store, and this destination's password in it. */
  'shell.secretState': command(z.object({ id: DeskRecordId }), z.object({ available: z.boolean(), kept: z.boolean() })),
  /** Shows an exported bundle, or a photo's original, in the system's file manager. */
  'shell.reveal': command(
    z.object({ what: z.enum(['export', 'original', 'archive']), id: z.string().default('') }),
    nothing,
  ),
} as const
