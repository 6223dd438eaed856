import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { execa } from 'execa'
import { exiftoolPath } from 'exiftool-vendored'
import { createMetadata } from '../../electron/engine/metadata/exiftool-metadata.js'
import { type BenchOptions, inTurns, type Measurement, median, timed } from './measurement.js'
import { largePictures } from './pictures.js'

/** What a desk's files carry: the texts of an assignment in XMP and IIM. */
const texts = {
  'XMP-dc:Description': '嘉賓在平安社區鄰里節上合影，現場氣氛熱烈，左二為吳坤。',
  'IPTC:Caption-Abstract': '嘉賓在平安社區鄰里節上合影，現場氣氛熱烈，左二為吳坤。',
  'XMP-photoshop:Credit': '通訊員 柯陽 供圖',
  'IPTC:Credit': '通訊員 柯陽 供圖',
  'XMP-dc:Creator': '柯陽',
  'XMP-photoshop:City': '陽新縣',
  'XMP-xmp:Rating': '3',
}

/** Reading all that the field map knows of each file as an import asks for it, beside `exiftool -json` over the folder. */
export async function benchMetadata({ folder, kept, repetitions, quick }: BenchOptions): Promise<Measurement> {
  const count = quick ? 40 : 1000
  const [model = ''] = await largePictures(kept, 1)
  const card = path.join(folder, 'card')
  await mkdir(card)
  const perl = ['perl', await exiftoolPath()] as const
  const first = path.join(card, 'P_0000.jpg')
  await copyFile(model, first)
  const written = Object.entries(texts).map(([tag, text]) => `-${tag}=${text}`)
  await execa(perl[0], [perl[1], '-q', '-codedcharacterset=utf8', ...written, '-overwrite_original', first])
  const files = Array.from({ length: count }, (_, at) => path.join(card, `P_${String(at).padStart(4, '0')}.jpg`))
  for (const file of files.slice(1)) await copyFile(first, file)
  const samples = await inTurns(
    repetitions,
    async () => {
      const metadata = createMetadata()
      // Starting the two processes does not count; the yardstick's one is a hundredth of its time.
      await Promise.all(files.slice(0, 16).map((file) => metadata.read(file)))
      const took = await timed(async () => {
        const read = await Promise.all(files.map((file) => metadata.read(file)))
        if (!read.every(({ fields }) => fields.city === texts['XMP-photoshop:City']))
          throw new Error('A field is missing.')
      })
      await metadata.close()
      return took / count
    },
    async () =>
      (await timed(() => execa(perl[0], [perl[1], '-q', '-json', card], { stdout: 'ignore', reject: true }))) / count,
  )
  const [ours, theirs] = [median(samples.ours), median(samples.theirs)]
  return {
    name: `the metadata of ${count} JPEGs, read at import`,
    yardstick: 'exiftool -json over the same folder',
    unit: 'ms/file',
    ours,
    theirs,
    ratio: ours / theirs,
    goal: 'no slower',
    reached: ours <= theirs,
    samples,
  }
}
