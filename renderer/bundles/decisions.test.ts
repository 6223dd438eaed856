import { expect, test } from 'vitest'
import type { BundleDecision, MergeRule, PlannedField } from '#contract'
import { decided } from './decisions.js'

const field: PlannedField = {
  id: '1',
  field: 'caption',
  photoId: null,
  state: 'both',
  here: '這裡',
  there: '那裡',
  base: '',
  becomes: '這裡',
  joined: '這裡\n那裡',
  newer: 'there',
  changesHere: [],
  changesThere: [],
  source: null,
}

test.each<[BundleDecision['take'] | null, MergeRule | null, { value: unknown } | null]>([
  [null, null, null],
  [null, 'mine', { value: '這裡' }],
  [null, 'newer', { value: '那裡' }],
  [null, 'join', { value: '這裡\n那裡' }],
  ['mine', 'theirs', { value: '這裡' }],
  [{ text: '' }, 'theirs', { value: '' }],
])('a choice of %j under the rule %j', (choice, rule, becomes) => {
  expect(decided(field, new Map(choice === null ? [] : [['1', choice]]), rule)).toEqual(becomes)
})
