import { cp } from 'node:fs/promises'
import path from 'node:path'
import { ExifTool } from 'exiftool-vendored'
import { EngineHost } from './engine-host.js'
import { type BenchOptions, inTurns, type Measurement, median, timed } from './measurement.js'
import { smallPictures } from './pictures.js'

/** One caption and credit on 1,000 selected photos, until it is on disk, beside ExifTool writing them into the files. */
export async function benchCaption({ folder, repetitions, quick }: BenchOptions): Promise<Measurement> {
  const count = quick ? 100 : 1000
  const handedIn = path.join(folder, 'handed-in')
  const files = await smallPictures(handedIn, count)
  const engine = new EngineHost()
  await engine.invoke('archive.create', { folder: path.join(folder, 'captions') })
  await engine.import([handedIn])
  const { ids } = await engine.invoke('photos.ids', { query: {}, offset: 0, limit: count })
  if (ids.length !== count) throw new Error(`${ids.length} of ${count} photos came in.`)
  const samples = await inTurns(
    repetitions,
    (turn) =>
      timed(async () => {
        const set = { caption: `十一月二十一日晚，市民在北碼頭觀看煙花。（${turn}）`, credit: `通訊員 供圖 ${turn}` }
        const { changed } = await engine.invoke('photos.edit', { ids, set })
        if (changed !== count) throw new Error(`${changed} of ${count} photos changed.`)
      }),
    async (turn) => {
      const copies = path.join(folder, `written-${turn}`)
      await cp(handedIn, copies, { recursive: true })
      const exiftool = new ExifTool({ maxProcs: 2 })
      await exiftool.version()
      const took = await timed(() =>
        Promise.all(
          files.map((file) =>
            exiftool.write(
              path.join(copies, path.basename(file)),
              {
                'IPTC:CodedCharacterSet': 'UTF8',
                'IPTC:Caption-Abstract': '十一月二十一日晚，市民在北碼頭觀看煙花。',
                'XMP-dc:Description': '十一月二十一日晚，市民在北碼頭觀看煙花。',
                'IPTC:Credit': '通訊員 供圖',
                'XMP-photoshop:Credit': '通訊員 供圖',
                // The library's types know no tags with groups in their names.
              } as object,
              { writeArgs: ['-overwrite_original'] },
            ),
          ),
        ),
      )
      await exiftool.end()
      return took
    },
  )
  await engine.stop()
  const [ours, theirs] = [median(samples.ours), median(samples.theirs)]
  return {
    name: `caption and credit of ${count} photos, durable`,
    yardstick: 'ExifTool writing them into the files, two processes',
    unit: 'ms',
    ours,
    theirs,
    ratio: ours / theirs,
    goal: 'at most 1,000 ms',
    reached: ours <= 1000,
    samples,
  }
}
