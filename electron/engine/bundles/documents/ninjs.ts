import type { Language, Photo, Story } from '#contract'
import type { BundleFile } from '../bundle-file.js'
import type { RenderedPhoto } from '../bundle-photo.js'
import { paragraphs } from './article.js'
import { escapeHtml } from './article-html.js'
import { mediaTypeOf } from './media-type.js'
import { deskMoment, statedMoment } from './moments.js'
import { webAddress } from './web-address.js'

interface Said {
  role: string
  contentType: string
  value: string
}

/** A news object of IPTC ninjs 3.1, as far as Cutline fills it. */
export interface Ninjs {
  uri: string
  standard?: { name: string; version: string; schema: string }
  type: 'text' | 'picture'
  version?: string
  firstCreated?: string
  versionCreated?: string
  contentCreated?: string
  embargoedUntil?: string
  expires?: string
  pubStatus?: 'usable'
  urgency?: number
  language?: string
  title?: string
  slugline?: string
  by?: string
  headlines?: Said[]
  descriptions?: Said[]
  bodies?: (Said & { charCount: number })[]
  people?: { name: string; rel: string }[]
  places?: { name: string; rel: string }[]
  events?: { name: string }[]
  subjects?: { name: string }[]
  infoSources?: { name: string; role: string }[]
  copyrightNotice?: string
  usageTerms?: string
  rightsInfo?: { linkedRights: string }
  edNote?: string
  digitalSourceType?: { uri: string }
  altIds?: { role: string; value: string }[]
  renditions?: NinjsRendition[]
  associations?: (Ninjs & { name: string; rel: string })[]
}

interface NinjsRendition {
  name: string
  href: string
  title: string
  contentType: string
  width: number
  height: number
  sizeInBytes: number
}

export interface NinjsAbout {
  story: Story
  photos: readonly RenderedPhoto[]
  /** Of the payload, by name. */
  files: readonly BundleFile[]
  language: Language
  exportedAt: Date
}

/**
 * The story as IPTC ninjs 3.1 with its photos as associations. A rendition's address names the file's bytes (RFC 6920, `ni:`), because
 * where a bundle will lie nobody knows; its title is the file's name beside this document.
 */
export function ninjsOf({ story, photos, files, language, exportedAt }: NinjsAbout): Ninjs {
  const blocks = paragraphs(story.text)
  const plain = blocks.join('\n\n')
  const html = blocks.map((block) => `<p>${escapeHtml(block).replaceAll('\n', '<br>')}</p>`).join('\n')
  return {
    uri: `urn:uuid:${story.id}`,
    standard: { name: 'ninjs', version: '3.1', schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' },
    type: 'text',
    firstCreated: story.createdAt,
    versionCreated: exportedAt.toISOString(),
    pubStatus: 'usable',
    language,
    ...text('title', story.headline),
    ...text('slugline', story.slug),
    ...text('by', story.byline),
    ...said('headlines', [['main', story.headline]]),
    ...(plain === ''
      ? {}
      : {
          bodies: [
            { role: 'main', contentType: 'text/plain', charCount: plain.length, value: plain },
            { role: 'main', contentType: 'text/html', charCount: html.length, value: html },
          ],
        }),
    ...filled(
      'associations',
      photos.map((photo) => association(photo, files, language, exportedAt)),
    ),
  }
}

function association(
  entry: RenderedPhoto,
  files: readonly BundleFile[],
  language: Language,
  exportedAt: Date,
): Ninjs & { name: string; rel: string } {
  const { seq, photo, printedCaption } = entry
  const creators = photo.creators.join('、')
  const address = webAddress(photo.rightsUrl)
  const term = /^[A-Za-z]+$/.test(photo.digitalSourceType) ? photo.digitalSourceType : null
  return {
    name: `photo-${seq}`,
    rel: seq === 1 ? 'main' : 'associated',
    uri: `urn:uuid:${photo.id}`,
    type: 'picture',
    firstCreated: photo.importedAt,
    versionCreated: exportedAt.toISOString(),
    ...moment('contentCreated', statedMoment(photo.takenAt)),
    ...moment('embargoedUntil', deskMoment(photo.embargo)),
    ...moment('expires', deskMoment(photo.expires)),
    pubStatus: 'usable',
    ...(photo.urgency === '' ? {} : { urgency: Number(photo.urgency) }),
    language,
    ...text('title', photo.title),
    ...text('by', creators || photo.credit),
    ...said('headlines', [['main', photo.headline]]),
    ...said('descriptions', [
      ['caption', printedCaption],
      ['alternativeText', photo.altText],
      ['extended', photo.extendedDescription],
    ]),
    ...filled(
      'people',
      photo.people.map((name) => ({ name, rel: 'shown' })),
    ),
    ...filled('places', places(photo)),
    ...filled('events', photo.event.trim() === '' ? [] : [{ name: photo.event }]),
    ...filled(
      'subjects',
      photo.keywords.map((name) => ({ name })),
    ),
    ...filled(
      'infoSources',
      [
        ...photo.creators.map((name) => ({ name, role: 'creator' })),
        { name: photo.credit, role: 'creditLine' },
        { name: photo.source, role: 'source' },
        { name: photo.supplier, role: 'supplier' },
      ].filter(({ name }) => name.trim() !== ''),
    ),
    ...text('copyrightNotice', photo.copyright),
    ...text('usageTerms', photo.usageTerms),
    ...(address === null ? {} : { rightsInfo: { linkedRights: address } }),
    ...text('edNote', photo.instructions),
    ...(term === null ? {} : { digitalSourceType: { uri: `http://cv.iptc.org/newscodes/digitalsourcetype/${term}` } }),
    altIds: [
      { role: 'fileName', value: entry.file },
      { role: 'originalFileName', value: photo.file },
    ],
    renditions: files.filter(({ path }) => path === entry.file).map((file) => rendition(entry, file)),
  }
}

function rendition({ width, height }: RenderedPhoto, { path, bytes, sha256 }: BundleFile): NinjsRendition {
  const digest = Buffer.from(sha256, 'hex').toString('base64url')
  return {
    name: 'main',
    href: `ni:///sha-256;${digest}`,
    title: path,
    contentType: mediaTypeOf(path),
    width,
    height,
    sizeInBytes: bytes,
  }
}

function places({ place, city, province, country, locationsShown }: Photo): { name: string; rel: string }[] {
  const created = [place, city, province, country].filter((name) => name.trim() !== '')
  const shown = locationsShown.map((location) =>
    [location.place, location.city, location.province, location.country].filter((name) => name !== '').join(', '),
  )
  return [
    ...created.map((name) => ({ name, rel: 'created' })),
    ...shown.filter((name) => name !== '').map((name) => ({ name, rel: 'shown' })),
  ]
}

function text<K extends 'title' | 'slugline' | 'by' | 'copyrightNotice' | 'usageTerms' | 'edNote'>(
  key: K,
  value: string,
): Pick<Ninjs, K> {
  // One key with the type that it has in Ninjs, which a computed key does not show.
  return (value.trim() === '' ? {} : { [key]: value }) as Pick<Ninjs, K>
}

function moment<K extends 'contentCreated' | 'embargoedUntil' | 'expires'>(
  key: K,
  value: string | null,
): Pick<Ninjs, K> {
  // As above.
  return (value === null ? {} : { [key]: value }) as Pick<Ninjs, K>
}

function said<K extends 'headlines' | 'descriptions'>(key: K, values: [role: string, value: string][]): Pick<Ninjs, K> {
  const items = values
    .filter(([, value]) => value.trim() !== '')
    .map(([role, value]) => ({ role, contentType: 'text/plain', value }))
  return filled(key, items as NonNullable<Ninjs[K]>) // each of these keys holds such items
}

function filled<K extends keyof Ninjs>(key: K, items: NonNullable<Ninjs[K]> & readonly unknown[]): Pick<Ninjs, K> {
  // As above.
  return (items.length === 0 ? {} : { [key]: items }) as Pick<Ninjs, K>
}
