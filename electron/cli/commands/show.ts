import path from 'node:path'
import type { Command } from 'commander'
import { CutlineError, type PhotoId } from '#contract'
import { nonEmpty, photoId } from '../arguments.js'
import type { Desk } from '../desk.js'
import { jsonOption } from '../json-option.js'
import { photoText } from '../photo-text.js'

export function addShow(program: Command, desk: Desk): void {
  program
    .command('show')
    .description('show everything about one photo')
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    .argument('<photo-id>', 'which photo', photoId)
    .addOption(jsonOption())
    .action((archive: string, id: PhotoId, options: { json?: boolean }) =>
      desk.answer(options, () =>
        desk.withArchive(archive, async ({ info, invoke }) => {
          const [photo] = (await invoke('photos.get', { ids: [id] })).photos
          if (!photo) throw new CutlineError('photo-not-found', `There is no photo ${id} in this archive.`, { id })
          return { document: photo, text: photoText(photo, path.join(info.folder, photo.path)), ok: true }
        }),
      ),
    )
}
