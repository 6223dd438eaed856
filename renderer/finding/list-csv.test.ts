import { expect, it } from 'vitest'
import type { Photo } from '#contract'
import { emptyPhoto } from '#contract'
import { listCsv } from './list-csv.js'

const titles = {
  file: '檔名',
  caption: '圖說',
  credit: '署名',
  creators: '攝影',
  people: '人物',
  place: '地點',
  date: '日期',
}
const photo = (fields: Partial<Photo>): Photo => ({
  ...emptyPhoto,
  id: '1',
  file: 'IMG_0001.jpg',
  path: 'originals/IMG_0001.jpg',
  sha256: '0'.repeat(64),
  bytes: 1,
  format: 'jpeg',
  width: 3,
  height: 2,
  importedAt: '2026-11-24T00:00:00.000Z',
  batch: '',
  ...fields,
})

it('has a mark for Excel, a line of titles, and quotes what must be quoted', () => {
  const csv = listCsv(
    [
      photo({
        caption: '第一行\n「第二行」, "引號"',
        credit: '通訊員 柯陽 供圖',
        people: ['柯陽', '林曉汀'],
        place: '北堤',
        city: '鷺灣',
        takenAt: '2026-11-02T14:03:05+08:00',
      }),
    ],
    titles,
    '、',
  )
  expect(csv).toBe(
    '\ufeff檔名,圖說,署名,攝影,人物,地點,日期\r\n' +
      'IMG_0001.jpg,"第一行\n「第二行」, ""引號""",通訊員 柯陽 供圖,,柯陽、林曉汀,北堤、鷺灣,2026-11-02 14:03:05\r\n',
  )
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '\n=1'])('lets %j be no formula', (caption) => {
  const [, row] = listCsv([photo({ caption })], titles, '、').split('\r\n')
  expect(row).toMatch(/^IMG_0001\.jpg,"?'/)
})

it.each([
  ['2026-11-02', '2026-11-02'],
  ['2026-11-02T14:03', '2026-11-02 14:03'],
  ['2026-11-02T14:03:05.250Z', '2026-11-02 14:03:05'],
  ['2026-11-02T14:03+08:00', '2026-11-02 14:03'],
])('writes %s as %s', (takenAt, cell) => {
  const [, row] = listCsv([photo({ takenAt })], titles, '、').split('\r\n')
  expect(row).toBe(`IMG_0001.jpg,,,,,,${cell}`)
})
