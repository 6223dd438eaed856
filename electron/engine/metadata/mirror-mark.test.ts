import fc from 'fast-check'
import { expect, test } from 'vitest'
import { photoFields } from '#contract'
import { mirrorMark, withMirrorMark } from './mirror-mark.js'

const foreign = `<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
<rdf:Description rdf:about='' xmlns:desk='http://example.org/desk/' desk:Secret='甲 &amp; 乙 😀'/>
</rdf:RDF></x:xmpmeta>
<?xpacket end='w'?>`

test('the mark is put in place of the one before; everything else stays', () => {
  fc.assert(
    fc.property(fc.subarray([...photoFields]), fc.subarray([...photoFields]), fc.boolean(), (first, second, isNew) => {
      const once = withMirrorMark(foreign, first, isNew) ?? ''
      const twice = withMirrorMark(once, second, false) ?? ''
      expect(twice).toContain('desk:Secret="甲 &amp; 乙 😀"')
      expect([...twice.matchAll(/cutline:Empty="([^"]*)"/g)].map(([, names]) => names)).toEqual(
        second.length > 0 ? [second.join(' ')] : [],
      )
      expect([...twice.matchAll(/cutline:Made/g)]).toHaveLength(isNew ? 1 : 0)
      // Writing the same again changes nothing.
      expect(withMirrorMark(twice, second, false)).toBe(twice)
    }),
    { numRuns: 50 },
  )
})

test('the form that ExifTool gives it is read and replaced, too', () => {
  const rewritten = foreign.replace(
    '</rdf:RDF>',
    `<rdf:Description rdf:about='' xmlns:cutline='urn:cutline:sidecar:1#'>
  <cutline:Empty>caption credit</cutline:Empty>
  <cutline:Made>True</cutline:Made>
 </rdf:Description></rdf:RDF>`,
  )
  const text = withMirrorMark(rewritten, ['headline'], false) ?? ''
  expect(text).toContain('cutline:Empty="headline"')
  expect(text).toContain('cutline:Made="True"')
  expect(text).not.toContain('caption credit')
})

test('what is no XML is left alone; names of later versions are left out', () => {
  expect(withMirrorMark('no XML', ['caption'], true)).toBeNull()
  const tags = { 'XMP-cutline:Empty': 'caption someLaterField credit' }
  expect(mirrorMark(tags)).toEqual({ empty: ['caption', 'credit'], made: false })
})
