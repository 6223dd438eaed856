import type { Command } from 'commander'
import { CutlineError, photoFields, type PhotoId } from '#contract'
import { nonEmpty, photoIds } from '../arguments.js'
import type { Desk } from '../desk.js'
import { fieldChanges, withoutPhotoIds } from '../field-values.js'
import { jsonOption } from '../json-option.js'
import { photoLines } from '../photo-text.js'
import { counted } from '../text.js'

interface Options {
  caption?: string
  credit?: string
  set?: string[]
  json?: boolean
}

export function addCaption(program: Command, desk: Desk): void {
  program
    .command('caption')
    .description('write caption, credit and other fields of one photo or several')
    .argument('<archive>', 'the archive’s folder', nonEmpty)
    // Not required by the parser, because --set may have taken them: see `withoutPhotoIds`.
    .argument('[photo-id...]', 'which photos', photoIds)
    .usage('[options] <archive> <photo-id...>')
    .option('--caption <text>', 'what the photo shows')
    .option('--credit <line>', 'who is to be credited, as one printed line')
    .option('--set <field=value...>', `any field: ${photoFields.join(', ')}`)
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
An empty value clears a field; fields that are not named stay as they are. creators and keywords take several values,
by several --set or with ; between them.

Examples:
  $ cutline caption ARCHIVE PHOTO-ID --caption 端午龍舟賽，田城攝 --credit "通訊員 供圖"
  $ cutline caption ARCHIVE PHOTO-ID PHOTO-ID --set place=沙田 takenAt=2026-06-19 "keywords=端午;龍舟"`,
    )
    .action((archive: string, named: PhotoId[] | undefined, { caption, credit, set, ...options }: Options) =>
      desk.answer(options, () => {
        const among = withoutPhotoIds(set ?? [])
        const changes = fieldChanges({ caption, credit, set: among.set })
        const ids = [...new Set([...(named ?? []), ...among.ids])]
        if (ids.length === 0)
          throw new CutlineError('invalid-input', 'No photo is named: give its id after the archive.')
        return desk.withArchive(archive, async ({ invoke }) => {
          const { changed } = await invoke('photos.edit', { ids, set: changes })
          const { photos } = await invoke('photos.get', { ids })
          const sum = `${counted(changed, 'photo')} changed${changed < ids.length ? `, ${ids.length - changed} as asked already` : ''}.`
          return { document: { changed, photos }, text: [...photos.map(photoLines), sum].join('\n'), ok: true }
        })
      }),
    )
}
