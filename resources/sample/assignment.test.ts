import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { languages, PhotoFields, StoryFields } from '#contract'

const folder = import.meta.dirname
const Text = z.strictObject({
  ...StoryFields.shape,
  photos: z.array(
    z.strictObject(
      PhotoFields.pick({ caption: true, credit: true, headline: true, keywords: true, place: true }).shape,
    ),
  ),
})
const Assignment = z.strictObject({
  photos: z.array(z.string()).length(6),
  texts: z.strictObject({ 'zh-Hant': Text, 'zh-Hans': Text, en: Text }),
})
const assignment = Assignment.parse(JSON.parse(await readFile(path.join(folder, 'assignment.json'), 'utf8')))

describe('the sample assignment', () => {
  test.each(languages)('has a story and a text for each photo in %s', (language) => {
    const text = assignment.texts[language]
    for (const field of ['headline', 'slug', 'byline', 'text'] as const) expect(text[field], field).not.toBe('')
    expect(text.photos).toHaveLength(assignment.photos.length)
  })

  test('says the same in each language: what is filled in one is filled in all', () => {
    const shapes = languages.map((language) => {
      const { text, photos } = assignment.texts[language]
      return {
        paragraphs: text.split('\n\n').length,
        photos: photos.map((photo) => ({
          caption: photo.caption !== '',
          credit: photo.credit !== '',
          headline: photo.headline !== '',
          keywords: photo.keywords.length,
          place: photo.place !== '',
        })),
      }
    })
    expect(shapes[1]).toEqual(shapes[0])
    expect(shapes[2]).toEqual(shapes[0])
  })

  test('leaves two photos unfinished, one without caption and one without credit', () => {
    const { photos } = assignment.texts['zh-Hant']
    expect(photos.filter(({ caption }) => caption === '')).toHaveLength(1)
    expect(photos.filter(({ credit }) => credit === '')).toHaveLength(1)
    expect(photos.filter(({ caption, credit }) => caption === '' || credit === '')).toHaveLength(2)
  })

  test('credits with a bare 通訊員 供圖 at least once', () => {
    expect(assignment.texts['zh-Hant'].photos.map(({ credit }) => credit)).toContain('通訊員 供圖')
  })

  test('has its photos, 3.8 megapixels each, together under 2 MB', async () => {
    let total = 0
    for (const name of assignment.photos) {
      const file = path.join(folder, name)
      const { format, width, height } = await sharp(file).metadata()
      expect({ format, pixels: width * height }, name).toEqual({ format: 'jpeg', pixels: 2400 * 1600 })
      total += (await stat(file)).size
    }
    expect(total).toBeLessThan(2_000_000)
  })

  test('has one photo that lies on its side and stands portrait when seen', async () => {
    const turned = []
    for (const name of assignment.photos) {
      const { orientation, autoOrient } = await sharp(path.join(folder, name)).metadata()
      if (orientation === 6) turned.push({ name, ...autoOrient })
    }
    expect(turned).toEqual([{ name: '06-library-opening.jpg', width: 1600, height: 2400 }])
  })
})
