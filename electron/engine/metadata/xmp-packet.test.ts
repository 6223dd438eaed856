import { describe, expect, it } from 'vitest'
import { keepAll, type Privacy, removeAll } from '#contract'
import { packetToLeave } from './xmp-packet.js'

const packet = (properties: string) =>
  `<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>` +
  `<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''` +
  ` xmlns:desk='http://example.org/desk/' xmlns:exif='http://ns.adobe.com/exif/1.0/' xmlns:aux='http://ns.adobe.com/exif/1.0/aux/'` +
  ` xmlns:xmpMM='http://ns.adobe.com/xap/1.0/mm/' xmlns:stEvt='http://ns.adobe.com/xap/1.0/sType/ResourceEvent#'` +
  ` xmlns:tiff='http://ns.adobe.com/tiff/1.0/' xmlns:ext='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'` +
  ` desk:Basket='四十二' aux:SerialNumber='SN-77'>${properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>`

const everything = packet(
  `<desk:Notes><rdf:Seq><rdf:li>第一 &amp; “二”</rdf:li><rdf:li/></rdf:Seq></desk:Notes>` +
    `<desk:Tracker desk:homeLatitude='22.2819' desk:route='B'/>` +
    `<exif:GPSLatitude>22,16.914N</exif:GPSLatitude><aux:OwnerName>陳大文</aux:OwnerName><tiff:Orientation>6</tiff:Orientation>` +
    `<ext:LocationCreated><rdf:Bag><rdf:li rdf:parseType='Resource'><ext:City>香港</ext:City><exif:GPSLongitude>114,9.5E</exif:GPSLongitude></rdf:li></rdf:Bag></ext:LocationCreated>` +
    `<xmpMM:History><rdf:Seq><rdf:li stEvt:action='saved' stEvt:parameters='/Users/chan/Desktop'/></rdf:Seq></xmpMM:History>` +
    `<desk:Path>file:///home/chan/a.jpg</desk:Path>`,
)
const leave = (privacy: Privacy, newPixels = false) => packetToLeave(everything, { privacy, newPixels }) ?? ''

describe('packetToLeave', () => {
  it('keeps everything where everything may leave', () => {
    for (const kept of [
      'SN-77',
      '22,16.914N',
      '陳大文',
      '114,9.5E',
      '/Users/chan',
      '四十二',
      '<tiff:Orientation>6',
      'file:///home',
    ])
      expect(leave(keepAll)).toContain(kept)
  })

  it('keeps what it does not know, value for value, and removes what privacy removes, however deep and in whatever namespace', () => {
    const left = leave(removeAll)
    for (const gone of ['SN-77', '22,16', '114,9', '22.2819', '陳大文', 'chan', 'History'])
      expect(left).not.toContain(gone)
    for (const kept of ['四十二', '<rdf:li>第一 &amp; “二”</rdf:li>', 'desk:route="B"', '<ext:City>香港</ext:City>'])
      expect(left).toContain(kept)
  })

  it.each([
    ['gps', ['22,16', '114,9', '22.2819']],
    ['serialNumbers', ['SN-77']],
    ['ownerNames', ['陳大文', '/Users/chan', 'file:///home']],
  ] as const)('removes %s alone', (matter, gone) => {
    const left = leave({ ...keepAll, [matter]: 'remove' })
    const all = ['22,16', '114,9', '22.2819', 'SN-77', '陳大文', '/Users/chan', 'file:///home']
    for (const text of all) expect(left.includes(text)).toBe(!(gone as readonly string[]).includes(text))
  })

  it('does not say of new pixels what was true of the old ones', () => {
    expect(leave(keepAll, true)).not.toContain('Orientation')
  })

  it('answers null for what is no XML, and where nothing is left', () => {
    expect(packetToLeave('<rdf:RDF xmlns:rdf="x"><unclosed', { privacy: keepAll, newPixels: false })).toBeNull()
    expect(packetToLeave('', { privacy: keepAll, newPixels: false })).toBeNull()
    const bare = `<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta>`
    expect(packetToLeave(bare, { privacy: keepAll, newPixels: false })).toBeNull()
  })
})
