import { expect, test } from 'vitest'
import { belongingMarks } from './belongings.js'

const companion = (kind: 'raw' | 'movie' | 'audio' | 'sidecar') => ({
  kind,
  file: 'a',
  path: 'originals/2026/a',
  sha256: 'a'.repeat(64),
  bytes: 1,
})

test('a raw is marked, by itself and beside its JPEG; so are movies and voice memos, sidecars not', () => {
  expect(belongingMarks({ format: 'raw', companions: [] })).toEqual(['raw'])
  expect(belongingMarks({ format: 'jpeg', companions: [companion('audio'), companion('raw')] })).toEqual([
    'raw',
    'voice',
  ])
  expect(belongingMarks({ format: 'heic', companions: [companion('movie')] })).toEqual(['live'])
  expect(belongingMarks({ format: 'jpeg', companions: [companion('sidecar')] })).toEqual([])
})
