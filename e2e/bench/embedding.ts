import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ExifTool } from 'exiftool-vendored'
import sharp from 'sharp'
import { emptyPhotoFields, type PhotoFields, removeAll } from '../../electron/contract/index.js'
import { captureTags } from '../../electron/engine/metadata/capture-tags.js'
import { createMetadata } from '../../electron/engine/metadata/exiftool-metadata.js'
import { escaped } from '../../electron/engine/metadata/written-values.js'
import { tagsToWrite } from '../../electron/engine/metadata/write-fields.js'
import { type BenchOptions, inTurns, type Measurement, median, timed } from './measurement.js'
import { largePictures } from './pictures.js'

const size = { width: 1920, height: 1280 }

/** Embedding into renditions, with all that an export asks of the originals, beside exiftool-vendored writing the same tags. */
export async function benchEmbedding({ folder, kept, repetitions, quick }: BenchOptions): Promise<Measurement> {
  const count = quick ? 10 : 200
  const originals = await largePictures(kept, quick ? 4 : 20)
  const blank = path.join(folder, 'blank.jpg')
  await sharp(originals[0]).resize(size.width, size.height).jpeg({ quality: 85 }).toFile(blank)
  const work = Array.from({ length: count }, (_, at) => ({ at, original: originals[at % originals.length] ?? blank }))
  const renditions = async (name: string) => {
    await mkdir(path.join(folder, name))
    return Promise.all(
      work.map(async (item) => {
        const file = path.join(folder, name, `${item.at}.jpg`)
        await copyFile(blank, file)
        return { ...item, file }
      }),
    )
  }
  const metadata = createMetadata()
  const exiftool = new ExifTool({
    maxProcs: 2,
    useMWG: false,
    ignoreMinorErrors: true,
    exiftoolArgs: ['-config', '', '-stay_open', 'True', '-@', '-'],
  })
  // ExifTool's processes keep nothing alive by themselves.
  const awake = setInterval(() => undefined, 60_000)
  const ours = async ({ file, original, at }: { file: string; original: string; at: number }) => {
    const { xmp } = await metadata.forCopies(original, removeAll)
    await metadata.embed(file, fieldsOf(at), {
      original,
      privacy: removeAll,
      ...size,
      isSrgb: true,
      hasXmp: xmp !== null,
    })
  }
  const theirs = ({ file, original, at }: { file: string; original: string; at: number }) =>
    exiftool.write(file, escaped(tagsToWrite(fieldsOf(at), { ...size, orientation: 1 })), {
      writeArgs: [
        '-tagsFromFile',
        original,
        ...captureTags(removeAll).map((tag) => `-${tag}`),
        '-XMP:all',
        '-IFD0:Orientation#=1',
        '-overwrite_original',
      ],
    })
  try {
    const bytes = await readFile(blank)
    for (const at of [1, 2]) {
      // Both processes of both pools are started before anything is measured.
      const files = ['ours', 'theirs'].map((name) => path.join(folder, `warm-${name}-${at}.jpg`))
      await Promise.all(files.map((file) => writeFile(file, bytes)))
      const [a = '', b = ''] = files
      await Promise.all([ours({ file: a, original: blank, at }), theirs({ file: b, original: blank, at })])
    }
    const measured =
      (name: string, each: (item: { file: string; original: string; at: number }) => Promise<unknown>) =>
      async (turn: number) => {
        const items = await renditions(`${name}-${turn}`)
        return (await timed(() => Promise.all(items.map(each)))) / count
      }
    const samples = await inTurns(repetitions, measured('ours', ours), measured('theirs', theirs))
    const [own, other] = [median(samples.ours), median(samples.theirs)]
    return {
      name: `embedding into ${count} renditions`,
      yardstick: 'exiftool-vendored alone writing the same tags, two processes',
      unit: 'ms/file',
      ours: own,
      theirs: other,
      ratio: own / other,
      goal: 'at most 1.15 times',
      reached: own / other <= 1.15,
      samples,
    }
  } finally {
    clearInterval(awake)
    await Promise.all([metadata.close(), exiftool.end()])
  }
}

/** A newsroom's record, each with words of its own. */
function fieldsOf(at: number): PhotoFields {
  return {
    ...emptyPhotoFields,
    caption: `第 ${at} 張：平安社區舉行端午龍舟賽，三十支隊伍在內河競渡，兩岸觀眾逾千。`,
    headline: '端午龍舟賽三十隊爭標',
    credit: '通訊員 柯陽 供圖',
    creators: ['柯陽'],
    keywords: ['端午', '龍舟', '社區', `編號${at}`],
    people: ['吳坤', '田城'],
    place: '平安社區',
    city: '香港',
    country: '中國',
    takenAt: '2026-06-19T09:30:00+08:00',
    copyright: '© 平安報 2026',
    altText: '兩艘龍舟並排划過終點',
    digitalSourceType: 'digitalCapture',
    regions: [{ name: '吳坤', x: 0.2, y: 0.3, width: 0.1, height: 0.2 }],
  }
}
