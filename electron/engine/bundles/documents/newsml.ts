import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom'
import type { RenderedPhoto } from '../bundle-photo.js'
import { paragraphs } from './article.js'
import { escapeHtml } from './article-html.js'
import { mediaTypeOf } from './media-type.js'
import { deskMoment, statedMoment } from './moments.js'
import type { NinjsAbout } from './ninjs.js'
import { webAddress } from './web-address.js'
import { xmlText } from './xml-text.js'

const namespace = 'http://iptc.org/std/nar/2006-10-01/'
/** Where the codes below are defined. */
const catalog = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_39.xml'

/** An element to be: name, attributes, children in order; what is null is left out. */
type Node = readonly [
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  ...children: (Node | string | null)[],
]

export interface NewsMlAbout extends NinjsAbout {
  archive: { id: string; name: string }
}

/**
 * The story as one NewsML-G2 2.35 message (IPTC; conformance power): a package whose root refers to a text item and one picture item for
 * each photo, all inside it. Pictures are referred to by their file names, relative to this document.
 */
export function newsMl(about: NewsMlAbout): string {
  const { story, photos, archive, exportedAt } = about
  const sent = exportedAt.toISOString()
  const items: Node[] = [textItem(about), ...photos.map((photo) => pictureItem(photo, about))]
  const header: Node = [
    'header',
    {},
    ['sent', {}, sent],
    ['catalogRef', { href: catalog }],
    filled('sender', archive.name),
    ['transmitId', {}, `urn:uuid:${story.id}`],
  ]
  const document = new DOMImplementation().createDocument(namespace, 'newsMessage', null)
  for (const part of [header, ['itemSet', {}, packageItem(about), ...items] satisfies Node]) {
    document.documentElement.appendChild(built(document, part))
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`
}

/** What may hold one line only (the XSD's IntlStringType). */
const lines: ReadonlySet<string> = new Set(['name', 'keyword', 'creditline', 'slugline'])

function built(document: Document, node: Node) {
  const [name, attributes, ...children] = node
  const element = document.createElementNS(namespace, name)
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(attribute, xmlText(value))
  }
  for (const child of children) {
    if (child === null) continue
    if (typeof child !== 'string') element.appendChild(built(document, child))
    else
      element.appendChild(
        document.createTextNode(xmlText(lines.has(name) ? child.replace(/\s*[\t\r\n]+\s*/g, ' ') : child)),
      )
  }
  return element
}

function packageItem(about: NewsMlAbout): Node {
  const { story, photos } = about
  return item('packageItem', `urn:newsml:${about.archive.id}:${story.id}:package`, about, [
    itemMeta('ninat:composite', about, { title: story.headline }),
    ['contentMeta', {}, filled('slugline', story.slug), filled('headline', story.headline)],
    [
      'groupSet',
      { root: 'story' },
      [
        'group',
        { id: 'story', role: 'group:main' },
        itemRef(textId(about), 'ninat:text', story.headline, about),
        ...photos.map((photo) => itemRef(pictureId(photo), 'ninat:picture', photo.photo.headline, about)),
      ],
    ],
  ])
}

function itemRef(guid: string, itemClass: string, title: string, about: NewsMlAbout): Node {
  return [
    'itemRef',
    { residref: guid, contenttype: 'application/vnd.iptc.g2.newsitem+xml' },
    ['itemClass', { qcode: itemClass }],
    provider(about),
    ['pubStatus', { qcode: 'stat:usable' }],
    filled('title', title),
  ]
}

function textItem(about: NewsMlAbout): Node {
  const { story } = about
  const blocks = paragraphs(story.text)
  // XHTML inside: without a namespace of NewsML-G2's own it is carried as data.
  const html = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>${escapeHtml(story.headline)}</title></head><body>${blocks
    .map((block) => `<p>${escapeHtml(block).replaceAll('\n', '<br/>')}</p>`)
    .join('')}</body></html>`
  return item('newsItem', textId(about), about, [
    itemMeta('ninat:text', about, { title: story.headline, created: story.createdAt }),
    [
      'contentMeta',
      {},
      ['language', { tag: about.language }],
      filled('slugline', story.slug),
      filled('headline', story.headline),
      filled('by', story.byline),
    ],
    [
      'contentSet',
      {},
      ['inlineData', { contenttype: 'text/plain' }, blocks.join('\n\n')],
      ['inlineData', { contenttype: 'application/xhtml+xml' }, html],
    ],
  ])
}

function pictureItem(entry: RenderedPhoto, about: NewsMlAbout): Node {
  const { photo, printedCaption, file, width, height } = entry
  const bytes = about.files.find(({ path }) => path === file)?.bytes ?? null
  const created = statedMoment(photo.takenAt)
  const address = webAddress(photo.rightsUrl)
  const rights: Node[] = [
    ...nodes(filled('copyrightNotice', photo.copyright, address === null ? {} : { href: address })),
    ...nodes(filled('usageTerms', photo.usageTerms)),
  ]
  const shown = photo.people.map((name): Node => ['subject', { type: 'cpnat:person' }, ['name', {}, name]])
  const areas = [photo.place, photo.city, photo.province, photo.country]
    .filter((name) => name.trim() !== '')
    .map((name): Node => ['subject', { type: 'cpnat:geoArea' }, ['name', {}, name]])
  return item(
    'newsItem',
    pictureId(entry),
    about,
    [
      itemMeta('ninat:picture', about, {
        title: photo.title || photo.headline,
        created: photo.importedAt,
        embargoed: deskMoment(photo.embargo),
        expires: deskMoment(photo.expires),
        fileName: file,
        note: photo.instructions,
      }),
      [
        'contentMeta',
        {},
        photo.urgency === '' ? null : ['urgency', {}, photo.urgency],
        created === null ? null : ['contentCreated', {}, created],
        ...photo.creators.map((name): Node => ['creator', { role: 'crol:photographer' }, ['name', {}, name]]),
        photo.captionWriter.trim() === ''
          ? null
          : ['contributor', { role: 'ctrol:descrWriter' }, ['name', {}, photo.captionWriter]],
        ...photo.keywords.map((word): Node => ['keyword', {}, word]),
        ...shown,
        ...areas,
        filled('headline', photo.headline),
        filled('creditline', photo.credit),
        filled('description', printedCaption, { role: 'drol:caption' }),
        filled('description', photo.altText, { role: 'drol:altText' }),
      ],
      [
        'contentSet',
        {},
        [
          'remoteContent',
          {
            rendition: 'rnd:highRes',
            href: encodeURIComponent(file),
            size: bytes === null ? null : String(bytes),
            contenttype: mediaTypeOf(file),
            width: String(width),
            height: String(height),
          },
        ],
      ],
    ],
    rights.length === 0 ? null : ['rightsInfo', {}, ...rights],
  )
}

function item(
  name: 'newsItem' | 'packageItem',
  guid: string,
  { language }: NewsMlAbout,
  parts: Node[],
  rights: Node | null = null,
): Node {
  const attributes = {
    guid,
    version: '1',
    standard: 'NewsML-G2',
    standardversion: '2.35',
    conformance: 'power',
    'xml:lang': language,
  }
  return [name, attributes, ['catalogRef', { href: catalog }], rights, ...parts]
}

function itemMeta(
  itemClass: string,
  about: NewsMlAbout,
  said: {
    title: string
    created?: string
    embargoed?: string | null
    expires?: string | null
    fileName?: string
    note?: string
  },
): Node {
  return [
    'itemMeta',
    {},
    ['itemClass', { qcode: itemClass }],
    provider(about),
    ['versionCreated', {}, about.exportedAt.toISOString()],
    said.created === undefined ? null : ['firstCreated', {}, said.created],
    said.embargoed == null ? null : ['embargoed', {}, said.embargoed],
    ['pubStatus', { qcode: 'stat:usable' }],
    filled('fileName', said.fileName ?? ''),
    ['generator', {}, 'Cutline'],
    filled('title', said.title),
    filled('edNote', said.note ?? ''),
    said.expires == null ? null : ['expires', {}, said.expires],
  ]
}

function provider({ archive }: NewsMlAbout): Node {
  return ['provider', { literal: archive.id }, filled('name', archive.name)]
}

const textId = ({ story }: NewsMlAbout) => `urn:uuid:${story.id}`
const pictureId = ({ photo }: RenderedPhoto) => `urn:uuid:${photo.id}`

/** An element with a text; null where there is none. */
function filled(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): Node | null {
  return text.trim() === '' ? null : [name, attributes, text]
}

function nodes(node: Node | null): Node[] {
  return node === null ? [] : [node]
}
