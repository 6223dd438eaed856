import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { exiftool } from 'exiftool-vendored'
import sharp from 'sharp'
import type { RenditionFormat } from '#contract'

/** What must not leave: as texts, and as the rationals in which EXIF writes these degrees (22° 16' 54.84", 114° 9' 31.68"). */
export const planted = {
  serial: 'SN-4711-0815',
  lens: 'LENS-90210-77',
  owner: 'Chan Tai Man 陳大文',
  path: '/Users/chantaiman/Desktop',
  latitude: '22,16.914',
  decimal: '22.2819',
} as const

const packet = `<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
<rdf:Description rdf:about='' xmlns:desk='http://example.org/desk/' desk:Basket='四十二 &amp; “B”'
 desk:SerialNo='${planted.serial}' desk:HomeLatitude='${planted.decimal}'>
<desk:Notes><rdf:Seq><rdf:li>甲</rdf:li><rdf:li>乙</rdf:li></rdf:Seq></desk:Notes>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>`

/** A photo as a source's own camera wrote it, turned a quarter, and as a program noted its path. 300 by 200 pixels, noisy. */
export async function writePrivateOriginal(file: string, format: RenditionFormat = 'jpeg'): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: '#888', noise } })
  await picture.withIccProfile('p3').withXmp(packet).withExif({}).toFormat(format, { quality: 80 }).toFile(file)
  const preview = `${file}.preview.jpg`
  await writeFile(
    preview,
    await sharp(file)
      .resize(40)
      .withExif({ IFD0: { Artist: planted.owner } })
      .jpeg()
      .toBuffer(),
  )
  await exiftool.write(
    file,
    {},
    {
      writeArgs: [
        ...[
          '-overwrite_original',
          '-m',
          '-IFD0:Make=Canon',
          '-IFD0:Model=EOS R5',
          '-IFD0:Orientation#=6',
          '-ExifIFD:ISO=800',
        ],
        ...['-ExifIFD:LensModel=RF24-70', '-IFD0:Copyright=© 平安報', '-ExifIFD:FNumber=2.8'],
        ...[`-ExifIFD:SerialNumber=${planted.serial}`, `-ExifIFD:LensSerialNumber=${planted.lens}`],
        ...[
          `-ExifIFD:OwnerName=${planted.owner}`,
          `-XMP-aux:OwnerName=${planted.owner}`,
          `-XMP-aux:SerialNumber=${planted.serial}`,
        ],
        ...[
          '-GPS:GPSLatitude=22.2819',
          '-GPS:GPSLatitudeRef=N',
          '-GPS:GPSLongitude=114.1588',
          '-GPS:GPSLongitudeRef=E',
        ],
        ...['-XMP-exif:GPSLatitude=22.2819', '-XMP-exif:GPSLongitude=114.1588'],
        ...['-XMP-iptcExt:LocationCreatedGPSLatitude=22.2819', '-XMP-iptcExt:LocationCreatedCity=香港'],
        `-XMP-xmpMM:HistoryParameters=saved to ${planted.path}/a.psd`,
        ...(format === 'jpeg' ? [`-IFD1:ThumbnailImage<=${preview}`] : []),
      ],
    },
  )
}

/** Where planted things are found in a file's bytes: as UTF-8 and UTF-16 text, and as EXIF's rational numbers of both byte orders. */
export function foundIn(bytes: Buffer): string[] {
  const texts = Object.entries(planted).filter(
    ([, text]) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')),
  )
  const seconds = [
    [5484, 100],
    [1371, 25],
  ].flatMap(([top = 0, bottom = 0]) => {
    const [big, little] = [Buffer.alloc(8), Buffer.alloc(8)]
    big.writeUInt32BE(top)
    big.writeUInt32BE(bottom, 4)
    little.writeUInt32LE(top)
    little.writeUInt32LE(bottom, 4)
    return [big, little]
  })
  return [...texts.map(([name]) => name), ...(seconds.some((rational) => bytes.includes(rational)) ? ['rational'] : [])]
}
