import { DOMParser, XMLSerializer } from '@xmldom/xmldom'
import { consistentPrivacy, type PrivateMatter, type Privacy } from '#contract'

/** More than this is no description of a picture. */
const mostCharacters = 8_000_000

const ns = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  tiff: 'http://ns.adobe.com/tiff/1.0/',
  exif: 'http://ns.adobe.com/exif/1.0/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  xmpNote: 'http://ns.adobe.com/xmp/note/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
} as const

/** What tells of the original's pixels and bytes, and is not true of a rendition: its orientation above all. */
const ofTheFile: Readonly<Record<string, RegExp>> = {
  [ns.tiff]:
    /^(Orientation|Image(Width|Length)|BitsPerSample|Compression|PhotometricInterpretation|SamplesPerPixel|PlanarConfiguration|YCbCr.*|[XY]Resolution|ResolutionUnit|NativeDigest)$/,
  [ns.exif]:
    /^(Pixel[XY]Dimension|ColorSpace|CompressedBitsPerPixel|FocalPlane.*|SubjectArea|SubjectLocation|NativeDigest)$/,
  [ns.photoshop]: /^(ICCProfile|ColorMode|SidecarForExtension)$/,
  [ns.xmp]: /^Thumbnails$/,
  [ns.xmpNote]: /./,
  [ns.dc]: /^format$/,
  // Where Content Credentials are to be found (C2PA 2.1, 11.5): they stay with the original.
  [ns.dcterms]: /^provenance$/,
  // Motion photos, gain maps and depth maps are appended to a file that these describe.
  'http://ns.google.com/photos/1.0/camera/': /^(Motion|Micro)/,
  'http://ns.google.com/photos/1.0/container/': /./,
  'http://ns.google.com/photos/1.0/depthmap/': /./,
  'http://ns.google.com/photos/1.0/image/': /./,
  'http://ns.adobe.com/hdr-gain-map/1.0/': /./,
}

/** Names of properties, in whatever namespace and however deep, that tell what privacy may remove. */
const telling: Readonly<Record<PrivateMatter, RegExp>> = {
  gps: /gps|latitude|longitude|altitude|geohash|^(lat|long?)$/i,
  serialNumbers: /serial(?!ize)|^(unique)?camera_?id$|^device_?id$|^imei$|unitid/i,
  ownerNames: /owner_?name|camera_?owner|registered_?owner/i,
  makerNotes: /^MakerNote$/i,
}

/** Where editing programs note what they did to which file: their paths name people. */
const histories: Readonly<Record<string, RegExp>> = {
  [ns.xmpMM]: /^(History|DerivedFrom|Ingredients|Pantry|Managed|RenditionOf|Versions)/,
  [ns.photoshop]: /^(DocumentAncestors|History)$/,
  'http://ns.adobe.com/camera-raw-settings/1.0/': /^RawFileName$/,
}
const aPath = /file:\/\/|\b[A-Za-z]:\\|\/(Users|home|Volumes|media|mnt|storage)\//

/**
 * An original's XMP packet as it may leave: every property that Cutline does not know stays, value for value, but what privacy
 * removes and, where pixels are made anew, what was true of the old ones. null where nothing is left or the packet is no XML.
 */
export function packetToLeave(packet: string, about: { privacy: Privacy; newPixels: boolean }): string | null {
  if (packet.length > mostCharacters) return null
  const root = parse(packet)
  if (!root) return null
  const privacy = consistentPrivacy(about.privacy)
  const removed = (Object.keys(telling) as PrivateMatter[]).filter((matter) => privacy[matter] === 'remove')
  const leaves = (namespace: string, name: string, value: string) =>
    !(about.newPixels && (ofTheFile[namespace]?.test(name) ?? false)) &&
    !removed.some((matter) => telling[matter].test(name)) &&
    !(privacy.ownerNames === 'remove' && ((histories[namespace]?.test(name) ?? false) || aPath.test(value)))
  for (const child of childrenOf(root)) clean(child, leaves)
  if (
    !childrenOf(root).some((description) => childrenOf(description).length > 0 || propertiesOf(description).length > 0)
  ) {
    return null
  }
  return wrapped(new XMLSerializer().serializeToString(root))
}

type Leaves = (namespace: string, name: string, value: string) => boolean

function clean(element: Element, leaves: Leaves): void {
  for (const attribute of propertiesOf(element)) {
    if (!leaves(attribute.namespaceURI ?? '', attribute.localName, attribute.value))
      element.removeAttributeNode(attribute)
  }
  for (const child of childrenOf(element)) {
    const isPart = child.namespaceURI === ns.rdf
    // A list goes as a whole only by its name; of its values, each by what it says.
    const hasParts = childrenOf(child).length > 0
    const value = hasParts ? '' : child.textContent
    if (!leaves(child.namespaceURI ?? '', isPart ? '' : child.localName, value)) element.removeChild(child)
    else clean(child, leaves)
  }
}

/** The rdf:RDF element, or null. */
function parse(packet: string): Element | null {
  const complaints: string[] = []
  const stop = (complaint: string) => {
    complaints.push(complaint)
  }
  const parser = new DOMParser({ errorHandler: { warning: () => undefined, error: stop, fatalError: stop } })
  try {
    const text = packet
      .replace(/^[\s\S]*?(?=<(x:xmpmeta|x:xapmeta|rdf:RDF)\b)/, '')
      .replace(/<\?xpacket end[\s\S]*$/, '')
    const root = parser.parseFromString(text, 'text/xml').getElementsByTagNameNS(ns.rdf, 'RDF').item(0)
    return complaints.length > 0 ? null : root
  } catch {
    return null
  }
}

function wrapped(rdf: string): string {
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">${rdf}</x:xmpmeta>\n<?xpacket end="w"?>`
}

function childrenOf(element: Element): Element[] {
  // xmldom's lists are live; these are not. 1 is an element (DOM, Node.ELEMENT_NODE).
  return Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1)
}

/** Attributes that are properties: XMP writes simple ones so (Part 1, 7.9.2.2). */
function propertiesOf(element: Element): Attr[] {
  return Array.from(element.attributes).filter(
    ({ namespaceURI }) =>
      namespaceURI !== null && namespaceURI !== ns.xmlns && namespaceURI !== ns.xml && namespaceURI !== ns.rdf,
  )
}
