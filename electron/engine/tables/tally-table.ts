import type { Language, TallyQuestion, UsageTally } from '#contract'
import type { Table } from './table.js'

const labels = {
  'zh-Hant': {
    columns: { person: '姓名', organisation: '單位' },
    rest: ['身分', '來圖', '採用', '刊用次數'],
    unnamed: '（未署姓名）',
    sum: '合計（每張照片只算一次）',
  },
  'zh-Hans': {
    columns: { person: '姓名', organisation: '单位' },
    rest: ['身份', '来稿', '采用', '见报次数'],
    unnamed: '（未署姓名）',
    sum: '合计（每张照片只计一次）',
  },
  en: {
    columns: { person: 'Name', organisation: 'Organisation' },
    rest: ['Role', 'Supplied', 'Used', 'Uses'],
    unnamed: '(unnamed)',
    sum: 'Total (each photo once)',
  },
} as const satisfies Record<Language, unknown>

/** A tally as a table: a row for each name, and the sum. */
export function tallyTable({ rows, totals }: UsageTally, { from, to, by }: TallyQuestion, language: Language): Table {
  const { columns, rest, unnamed, sum } = labels[language]
  return {
    name: `${from} – ${to}`,
    columns: [columns[by === 'organisation' ? 'organisation' : 'person'], ...rest],
    rows: [
      ...rows.map(({ name, role, supplied, used, uses }) => [name || unnamed, role, supplied, used, uses]),
      [sum, '', totals.supplied, totals.used, totals.uses],
    ],
  }
}
