import { expect, test } from 'vitest'
import type { Finding } from '#contract'
import { groupFindings } from './group-findings.js'

const finding = (rule: Finding['rule'], level: Finding['level'] = 'warn', fix: Finding['fix'] = null): Finding => ({
  rule,
  level,
  values: {},
  fix,
})

test('by rule, what stops an export first; photos count once', () => {
  const groups = groupFindings([
    { photoId: 'a', findings: [finding('no-full-stop', 'warn', { caption: '。' }), finding('no-credit', 'block')] },
    { photoId: 'b', findings: [finding('no-full-stop'), finding('no-full-stop', 'warn', { caption: '。' })] },
  ])
  expect(groups).toMatchObject([
    { rule: 'no-credit', blocks: true, photoIds: ['a'], fixable: [] },
    { rule: 'no-full-stop', blocks: false, photoIds: ['a', 'b'], fixable: ['a', 'b'] },
  ])
  expect(groupFindings([])).toEqual([])
})
