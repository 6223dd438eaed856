import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { emptyPhotoFields, type PhotoFields, type Template } from '#contract'
import { applyTemplate } from './apply-template.js'
import { fillText, type StationeryValues, variables } from './fill-text.js'

const values: StationeryValues = {
  takenAt: '2026-11-02T14:03:05+08:00',
  reporter: '田城',
  correspondent: '柯陽',
  event: '端午龍舟賽',
  place: '平安社區',
  seq: 3,
  total: 20,
  filename: 'DSC_0003',
  headline: '燈火',
  caption: '居民合影。',
  credit: '通訊員 供圖',
  creator: '柯陽',
  story: '平安社區：燈火可親',
}
const bare: StationeryValues = { ...values, takenAt: null, place: '', correspondent: '' }

test.each([
  ['{date:zh}，{place}。', values, '2026年11月2日，平安社區。'],
  ['{date:short}{time}', values, '11月2日14:03'],
  ['{date} {year} {seq:2}/{total}', values, '2026-11-02 2026 03/20'],
  ['記者 {reporter} 攝', values, '記者 田城 攝'],
  ['{event}在{place}舉行。', values, '端午龍舟賽在平安社區舉行。'],
  ['{story}：{filename}', values, '平安社區：燈火可親：DSC_0003'],
  ['{unknown} {date:xx} {', values, '{unknown} {date:xx} {'],
  ['{date:zh}，{place}，居民合影。', bare, '居民合影。'],
  ['通訊員 {correspondent} 供圖', bare, '通訊員 供圖'],
  ['合影（{place}）。', bare, '合影。'],
])('%s', (text, of, filled) => expect(fillText(text, of)).toBe(filled))

test('every variable that is offered is known', () => {
  for (const name of variables) expect(fillText(`{${name}}`, values)).not.toContain('{')
})

describe('a template', () => {
  const photo: PhotoFields = { ...emptyPhotoFields, caption: '居民合影。', keywords: ['社區'], place: '' }
  const template = (
    field: Template['fields'][number]['field'],
    text: string,
    mode: Template['fields'][number]['mode'],
  ) => applyTemplate({ fields: [{ field, text, mode }] }, photo, values)
  it('sets', () => expect(template('caption', '{place}', 'set')).toEqual({ caption: '平安社區' }))
  it('appends', () => {
    expect(template('caption', '{date:short}攝於{place}。', 'append')).toEqual({
      caption: '居民合影。11月2日攝於平安社區。',
    })
    expect(template('keywords', '社區；基層、{reporter}', 'append')).toEqual({ keywords: ['社區', '基層', '田城'] })
  })
  it('fills only what is empty', () => {
    expect(template('caption', '{place}', 'if-empty')).toEqual({})
    expect(template('place', '{place}', 'if-empty')).toEqual({ place: '平安社區' })
  })
  it('leaves out what comes out the same', () => expect(template('keywords', '社區', 'set')).toEqual({}))
  it('changes nothing more when it is applied again, unless it appends', () => {
    const text = fc.constantFrom('{place}', '通訊員 供圖', '', '{date}、{reporter}')
    const field = fc.constantFrom('caption' as const, 'keywords' as const, 'credit' as const)
    fc.assert(
      fc.property(field, text, fc.constantFrom('set' as const, 'if-empty' as const), (of, what, mode) => {
        const fields = [{ field: of, text: what, mode }]
        const once = { ...photo, ...definedOf(applyTemplate({ fields }, photo, values)) }
        expect(applyTemplate({ fields }, once, values)).toEqual({})
      }),
    )
  })
})

function definedOf(changes: object): object {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
