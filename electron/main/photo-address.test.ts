import path from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parsePhotoAddress, photoFile } from './photo-address.js'

const sha256 = 'ab'.repeat(32)
const cache = path.resolve('/archive/cache')

it('maps a thumbnail and a preview to the files that the engine writes', () => {
  const arriving = parsePhotoAddress('cutline-photo://arriving/0190163d-8694-739b-aea5-966c26f8ad91')
  expect(photoFile(cache, arriving!)).toBe(path.join(cache, 'arriving', '0190163d-8694-739b-aea5-966c26f8ad91.jpg'))
  const planned = parsePhotoAddress(`cutline-photo://planned/${sha256}`)
  expect(photoFile(cache, planned!)).toBe(path.join(cache, 'planned', `${sha256}.jpg`))
  const thumbnail = parsePhotoAddress(`cutline-photo://thumbnail/${sha256}`)
  const preview = parsePhotoAddress(`cutline-photo://preview/${sha256}`)
  expect(photoFile(cache, thumbnail!)).toBe(path.join(cache, 'thumbnails', 'ab', `${sha256}.jpg`))
  expect(photoFile(cache, preview!)).toBe(path.join(cache, 'previews', 'ab', `${sha256}.jpg`))
})

it.each([
  `cutline-photo://original/${sha256}`,
  `cutline-photo://arriving/${sha256}`,
  `cutline-photo://arriving/../archive`,
  `cutline-photo://planned/../archive`,
  `cutline-photo://thumbnails/${sha256}`,
  `cutline-photo://thumbnail/${sha256.toUpperCase()}`,
  `cutline-photo://thumbnail/${sha256.slice(1)}`,
  `cutline-photo://thumbnail/${sha256}0`,
  `cutline-photo://thumbnail/${sha256}\n`,
  `cutline-photo://thumbnail/${sha256}?x`,
  `cutline-photo://thumbnail/${sha256}#x`,
  `cutline-photo://thumbnail/${sha256}/`,
  `cutline-photo://thumbnail/../${sha256}`,
  `cutline-photo://thumbnail/`,
  `cutline-photo://user@thumbnail/${sha256}`,
  `cutline-photo://thumbnail:1/${sha256}`,
  `https://thumbnail/${sha256}`,
  '',
])('refuses %j', (url) => expect(parsePhotoAddress(url)).toBeNull())

it('accepts nothing but 64 hexadecimal digits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 70 }), (name) => {
      expect(parsePhotoAddress(`cutline-photo://preview/${name}`)).toBeNull()
    }),
  )
})
