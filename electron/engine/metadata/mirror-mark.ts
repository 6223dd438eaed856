import { DOMParser, XMLSerializer } from '@xmldom/xmldom'
import { type PhotoField, photoFields } from '#contract'
import { asStrings, type Tags } from './tag-values.js'

/**
 * What Cutline notes of itself in a sidecar, in a namespace of its own:
 *
 * - `cutline:Empty`, names of fields divided by spaces: the catalog leaves them empty. Without it, a caption that was cleared could not
 *   be told from one that nobody mirrored, and would come back out of the original. A value that the sidecar states all the same counts.
 * - `cutline:Made`: Cutline made the file; else it came along with a photo or another program made it.
 */
export interface MirrorMark {
  empty: readonly PhotoField[]
  made: boolean
}

const namespace = 'urn:cutline:sidecar:1#'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const xmlns = 'http://www.w3.org/2000/xmlns/'

/** The mark as ExifTool tells it. Names that this version does not know are left out. */
export function mirrorMark(tags: Tags): MirrorMark {
  const names = new Set(asStrings(tags['XMP-cutline:Empty']).flatMap((text) => text.split(/\s+/)))
  return {
    empty: photoFields.filter((field) => names.has(field)),
    made: asStrings(tags['XMP-cutline:Made']).length > 0,
  }
}

/**
 * An XMP file's text with these fields marked as empty, and, of a new file, who made it; null where it is no XML. Everything else stays
 * as it is, value for value.
 */
export function withMirrorMark(text: string, empty: readonly PhotoField[], isNew: boolean): string | null {
  const document = parse(text)
  const root = document?.getElementsByTagNameNS(rdf, 'RDF').item(0)
  if (!document || !root) return null
  let made = isNew
  for (const description of Array.from(root.childNodes).filter(isElement)) {
    made ||= description.hasAttributeNS(namespace, 'Made')
    for (const name of ['Empty', 'Made']) description.removeAttributeNS(namespace, name)
    for (const child of Array.from(description.childNodes).filter(isElement)) {
      if (child.namespaceURI !== namespace) continue
      made ||= child.localName === 'Made'
      description.removeChild(child)
    }
    const isBare =
      !Array.from(description.childNodes).some(isElement) &&
      Array.from(description.attributes).every(
        (attribute) => attribute.namespaceURI === rdf || attribute.namespaceURI === xmlns,
      )
    if (isBare && description.localName === 'Description') root.removeChild(description)
  }
  if (empty.length > 0 || made) {
    const own = document.createElementNS(rdf, `${root.prefix ?? 'rdf'}:Description`)
    own.setAttributeNS(rdf, `${root.prefix ?? 'rdf'}:about`, '')
    own.setAttributeNS(xmlns, 'xmlns:cutline', namespace)
    if (made) own.setAttributeNS(namespace, 'cutline:Made', 'True')
    if (empty.length > 0) own.setAttributeNS(namespace, 'cutline:Empty', empty.join(' '))
    root.appendChild(own)
  }
  return new XMLSerializer().serializeToString(document)
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

function parse(text: string): Document | null {
  const complaints: string[] = []
  const stop = (complaint: string) => {
    complaints.push(complaint)
  }
  try {
    const parser = new DOMParser({ errorHandler: { warning: () => undefined, error: stop, fatalError: stop } })
    const document = parser.parseFromString(text, 'text/xml')
    return complaints.length > 0 ? null : document
  } catch {
    return null
  }
}
