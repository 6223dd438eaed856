import type { IimEncoding } from '#contract'
import { encodingOf } from './encoding-evidence.js'
import { decodeAs, strictly } from './text-decoding.js'
import { type Tags, valuesOf } from './tag-values.js'

/** One value of an IIM dataset. */
export interface IimValue {
  text: string
  /** Bytes it takes in the file. */
  bytes: number
  /** It ended with half a character, which is left out. */
  isCut: boolean
}

/** The texts of a file that has no single character set of its own: the IIM block and EXIF's ASCII texts. */
export interface LegacyTexts {
  iim: (dataset: string) => IimValue[]
  exif: (tag: string) => string
  /** In what texts that declare nothing were read; null where there are none, or they are ASCII. */
  encoding: IimEncoding | null
  /** Another encoding that is nearly as likely. */
  doubt: IimEncoding | null
  /** The block says UTF-8 and is not. */
  isFalselyDeclared: boolean
}

/** IIM 1:90 for UTF-8 (IPTC-IIM 4.2, 1:90; ISO 2022: ESC % G). Other escapes are so rare and so often wrong that the bytes count. */
const declaredUtf8 = new Set(['\u001b%G', 'UTF8'])

/** These are digits and signs, which say nothing of an encoding. */
const noText = /^IPTC:(?:CodedCharacterSet|\w+(?:Date|Time)|Date\w+|Time\w+|ApplicationRecordVersion|Urgency)$/

/**
 * Decodes what stands in a file's IIM block and EXIF texts. An IIM block that declares UTF-8 is read so, unless it is none; without a
 * declaration evidence over the whole block decides, or `forced`. EXIF knows ASCII alone (EXIF 2.32, 4.6.2), but other programs write
 * UTF-8 there, or what they write into IIM.
 */
export function legacyTexts(tags: Tags, forced?: IimEncoding): LegacyTexts {
  const block = Object.keys(tags)
    .filter((tag) => tag.startsWith('IPTC:') && !noText.test(tag))
    .flatMap((tag) => valuesOf(tags[tag]))
  const isDeclared = declaredUtf8.has(String(tags['IPTC:CodedCharacterSet']))
  const isFalselyDeclared = isDeclared && block.some((bytes) => decodeAs(bytes, 'utf-8').text.includes('\ufffd'))
  const isOpen = !isDeclared || isFalselyDeclared
  const exif = ['IFD0:ImageDescription', 'IFD0:Artist', 'IFD0:Copyright']
    .flatMap((tag) => valuesOf(tags[tag]))
    .filter((bytes) => strictly('utf-8', bytes) === null)

  const ofBlock = isOpen ? encodingOf(block) : null
  const ofExif = encodingOf(ofBlock === null || ofBlock.encoding === 'utf-8' ? exif : [...block, ...exif])
  const found = ofBlock ?? ofExif
  const iimEncoding = isOpen ? (forced ?? ofBlock?.encoding ?? 'utf-8') : 'utf-8'
  const exifEncoding = forced ?? ofExif?.encoding ?? 'utf-8'
  return {
    iim: (dataset) =>
      valuesOf(tags[`IPTC:${dataset}`]).map((bytes) => ({ ...decodeAs(bytes, iimEncoding), bytes: bytes.length })),
    exif: (tag) =>
      valuesOf(tags[tag])
        .map((bytes) => strictly('utf-8', bytes) ?? decodeAs(bytes, exifEncoding).text)
        .join('; '),
    encoding: found === null ? null : (forced ?? found.encoding),
    doubt: forced === undefined || forced === found?.encoding ? (found?.doubt ?? null) : null,
    isFalselyDeclared,
  }
}
