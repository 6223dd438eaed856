import type { Privacy } from '#contract'
import type { Tags } from './tag-values.js'
import { packetToLeave } from './xmp-packet.js'

/** What is asked of an original before anything is written into a copy of it. */
export const inspectArgs = [
  '-fast2',
  '-G1',
  '-b',
  '-XMP',
  '-IFD0:Orientation#',
  '-File:ImageWidth',
  '-File:ImageHeight',
  '-ImageWidth',
  '-ImageHeight',
  '-IPTC:CodedCharacterSet',
  '-IPTC:ApplicationRecordVersion',
  '-JUMBF:JUMDLabel',
]

export interface OriginalFacts {
  /** Its XMP packet as it stands; null where it has none, or none that is text. */
  packet: string | null
  /** EXIF 0x0112. */
  orientation: number
  /** Pixels as stored; 0 where ExifTool does not tell. */
  width: number
  height: number
  /** It carries Content Credentials (C2PA, a JUMBF box of that label). */
  signed: boolean
  /** Its IIM block declares UTF-8, or it has none: what is in it may stay beside what is written. */
  iimIsUtf8: boolean
}

export function factsOf(tags: Tags): OriginalFacts {
  const packet = valueOf(tags, 'XMP')
  const orientation = Number(valueOf(tags, 'Orientation') ?? 1)
  const hasIim = Object.keys(tags).some((tag) => tag.startsWith('IPTC:'))
  return {
    packet: typeof packet === 'string' && !packet.startsWith('base64:') ? packet : null,
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    width: Number(valueOf(tags, 'ImageWidth') ?? 0),
    height: Number(valueOf(tags, 'ImageHeight') ?? 0),
    signed: Object.entries(tags).some(
      ([tag, value]) => tag.endsWith('JUMDLabel') && /c2pa/i.test(JSON.stringify(value)),
    ),
    iimIsUtf8: !hasIim || /utf-?8/i.test(JSON.stringify(tags['IPTC:CodedCharacterSet'] ?? '')),
  }
}

/** What a rendition may carry of its original's XMP, for whoever renders it. */
export function xmpOfRendition({ packet }: OriginalFacts, privacy: Privacy): string | null {
  return packet === null ? null : packetToLeave(packet, { privacy, newPixels: true })
}

function valueOf(tags: Tags, name: string): unknown {
  return Object.entries(tags).find(([tag]) => tag === name || tag.endsWith(`:${name}`))?.[1]
}
