import type { Metadata, Sharp } from 'sharp'
import type { RenditionFormat } from '#contract'
import type { RenditionOptions } from './imaging.js'
import { sized } from './sized.js'

/** `profile`: as they are, with the profile that the picture carries; `cmyk`: the same for four inks. */
export type Colours = 'srgb' | 'profile' | 'cmyk'

/** What of a picture's colours a format can keep. Without a profile of its own a picture counts as sRGB. */
export function coloursToKeep({ space, icc }: Pick<Metadata, 'space' | 'icc'>, format?: RenditionFormat): Colours {
  if (!icc) return 'srgb'
  if (space !== 'cmyk') return namesSrgb(icc) ? 'srgb' : 'profile'
  return format === undefined || format === 'jpeg' || format === 'tiff' ? 'cmyk' : 'srgb'
}

/** Upright and sized, in the colours and format that are asked for. JPEG holds no holes: they become white. */
export function renditionOf(image: Sharp, colours: Colours, options: RenditionOptions): Sharp {
  return finished(inColours(shaped(image, colours, options), colours), options)
}

/** Upright, sized and sharpened. */
export function shaped(image: Sharp, colours: Colours, options: RenditionOptions): Sharp {
  const { format = 'jpeg', longEdge, sharpening = 'none' } = options
  const turned = sized(image, longEdge)
  const upright = sharpening === 'none' ? turned : turned.sharpen(sharpness[sharpening])
  return format === 'jpeg' && colours !== 'cmyk' ? upright.flatten({ background: '#ffffff' }) : upright
}

/** In the format that is asked for, the colours as they are. */
export function finished(image: Sharp, { format = 'jpeg', xmp, quality }: RenditionOptions): Sharp {
  return encoded(withRoomForMetadata(image, format, xmp ?? null), format, quality)
}

/** Gauss masks, sigma in pixels of the rendition; flat areas stay as they are (m1), so that noise does. */
const sharpness = { screen: { sigma: 0.6, m1: 0, m2: 1.5 }, print: { sigma: 1, m1: 0, m2: 2.5 } } as const

/**
 * What ExifTool writes into an AVIF that has no metadata yet, exiv2 (to 0.27) does not find; into items that are there
 * already, it does.
 */
function withRoomForMetadata(image: Sharp, format: RenditionFormat, xmp: string | null): Sharp {
  const described = format === 'avif' ? image.withExif({}) : image
  const packet = xmp ?? (format === 'avif' ? emptyPacket : null)
  return packet === null ? described : described.withXmp(packet)
}

const emptyPacket =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>'

function inColours(image: Sharp, colours: Colours): Sharp {
  switch (colours) {
    case 'srgb':
      return image.toColourspace('srgb').withIccProfile('srgb')
    case 'profile':
      return image.keepIccProfile()
    case 'cmyk':
      return image.pipelineColourspace('cmyk').toColourspace('cmyk').keepIccProfile()
  }
}

function encoded(image: Sharp, format: RenditionFormat, quality: number): Sharp {
  switch (format) {
    case 'jpeg':
      return image.jpeg({ quality, chromaSubsampling: '4:4:4' })
    case 'png':
      return image.png()
    case 'webp':
      return image.webp({ quality, smartSubsample: true })
    case 'tiff':
      return image.tiff({ compression: 'lzw', predictor: 'horizontal' })
    case 'avif':
      // A step below sharp's own effort halves the time that a large picture takes.
      return image.avif({ quality, chromaSubsampling: '4:4:4', effort: 3 })
  }
}

/** The profile's description (ICC.1:2022, 9.2.41), as text or UTF-16. */
function namesSrgb(icc: Buffer): boolean {
  return icc.toString('latin1').replaceAll('\0', '').includes('sRGB')
}
