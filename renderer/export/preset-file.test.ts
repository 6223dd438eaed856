import { expect, test } from 'vitest'
import { exportPresets } from '#contract'
import { presetFile, readPresetFile } from './preset-file.js'

test.each(exportPresets)('$id reads back equal, under an id of its own', (preset) => {
  expect(readPresetFile(presetFile(preset), 'new')).toEqual({ ...preset, id: 'new' })
})

test.each(['', '{', '[]', '{"exportPreset":null}', '{"exportPreset":{"id":"x","rendition":"bmp"}}'])(
  '%o is no preset',
  (text) => {
    expect(() => readPresetFile(text, 'new')).toThrow('no export preset')
  },
)
