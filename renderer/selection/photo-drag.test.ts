import { describe, expect, it } from 'vitest'
import { parsePhotoDrag, serializePhotoDrag } from './photo-drag.js'

const ids = ['01960a3c-3f5e-7c55-8a54-1f1f1f1f1f01', '01960a3c-3f5e-7c55-8a54-1f1f1f1f1f02']

describe('photos in a drag', () => {
  it('come back as they went', () => {
    expect(parsePhotoDrag(serializePhotoDrag(ids))).toEqual(ids)
  })

  it.each(['', 'no json', '{}', '["no id"]', 'null', `["${ids[0]!}", 7]`])('are none in %j', (text) => {
    expect(parsePhotoDrag(text)).toEqual([])
  })
})
