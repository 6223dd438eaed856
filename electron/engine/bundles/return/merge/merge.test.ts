import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MergeRule } from '#contract'
import { ArchiveModel } from './archives-for-tests.js'
import { mergeField } from './merge-field.js'
import { mergeOrders } from './merge-orders.js'

const three = () => {
  const clock = { now: 0 }
  return ['A', 'B', 'C'].map((name) => new ArchiveModel(name, clock))
}
const stateOf = (model: ArchiveModel, other: ArchiveModel) =>
  mergeField('caption', model.past().get('caption'), other.past().get('caption')).state

const step = fc.oneof(
  fc.record({ do: fc.constant('edit' as const), who: fc.nat(2), text: fc.constantFrom('一', '二', '三', '') }),
  fc.record({ do: fc.constant('take' as const), who: fc.nat(2), from: fc.nat(2) }),
  fc.record({ do: fc.constant('swap' as const), who: fc.nat(2), from: fc.nat(2) }),
)

/** Plays edits and bundles that go to and fro; a swap is two bundles that cross on their way. */
function play(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[], rule: MergeRule) {
  const models = three()
  const at = (number: number) => {
    const model = models[number]
    if (!model) throw new Error('three archives')
    return model
  }
  for (const each of steps) {
    if (each.do === 'edit') at(each.who).edit(each.text)
    else if (each.who !== each.from) {
      const [mine, theirs] = [at(each.who).past(), at(each.from).past()]
      at(each.who).take(theirs, rule)
      if (each.do === 'swap') at(each.from).take(mine, rule)
    }
  }
  return { models, at }
}

/** Everybody takes from everybody until nothing is news. */
function settle(models: readonly ArchiveModel[], rule: MergeRule): number {
  for (let round = 1; round < 12; round += 1) {
    let isQuiet = true
    for (const one of models) {
      for (const other of models) {
        if (one === other) continue
        const merge = one.take(other.past(), rule)
        if (merge.learned.length > 0) isQuiet = false
      }
    }
    if (isQuiet) return round
  }
  return Infinity
}

describe('archives that edit one photo apart', () => {
  test.each(['newer', 'join', 'theirs', 'mine'] as const)('end equal by the rule %s, whoever takes first', (rule) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const { models } = play(steps, rule)
        expect(settle(models, rule)).toBeLessThan(12)
        expect(new Set(models.map(({ caption }) => caption)).size).toBe(1)
        const known = models.map(
          (model) =>
            new Set(
              model
                .past()
                .get('caption')
                ?.steps.map(({ id }) => id),
            ),
        )
        for (const each of known) expect(each).toEqual(known[0])
      }),
      { numRuns: 100 },
    )
  })

  test('taking the same twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const { at } = play(steps, 'newer')
        const theirs = at(1).past()
        at(0).take(theirs, 'newer')
        const before = at(0).past()
        const again = at(0).take(theirs, 'newer')
        expect([again.learned, [...again.becomes]]).toEqual([[], []])
        expect(at(0).past()).toEqual(before)
      }),
    )
  })

  test('either side sees the same: here and there change places, a conflict is one on both', () => {
    const mirrored = { here: 'there', there: 'here', same: 'same', both: 'both', merged: 'merged' } as const
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const { at } = play(steps, 'newer')
        expect(stateOf(at(0), at(1))).toBe(mirrored[stateOf(at(1), at(0))])
      }),
    )
  })

  test('two bundles that cross make the same of it on both sides', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 14 }),
        fc.constantFrom('newer' as const, 'join' as const),
        (steps, rule) => {
          const { at } = play(steps, rule)
          const [mine, theirs] = [at(0).past(), at(1).past()]
          at(0).take(theirs, rule)
          at(1).take(mine, rule)
          expect(at(0).caption).toBe(at(1).caption)
        },
      ),
    )
  })

  test('no conflict is lost: whatever both wrote since they last agreed is asked about', () => {
    const words = fc.uniqueArray(
      fc.string({ minLength: 1, maxLength: 4 }).filter((text) => text.trim() !== ''),
      {
        minLength: 3,
        maxLength: 3,
      },
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), words, (steps, [agreed = '', one = '', other = '']) => {
        const { models, at } = play(steps, 'newer')
        at(2).edit(`同${agreed}`)
        settle(models, 'newer')
        at(0).edit(`我${one}`)
        at(1).edit(`他${other}`)
        const merge = at(0).take(at(1).past(), null)
        expect(merge.undecided).toBe(1)
        expect(at(0).caption).toBe(`我${one}`)
        // Undecided, it is asked again.
        expect(at(0).take(at(1).past(), null).undecided).toBe(1)
      }),
    )
  })

  test('what one side alone changed is taken without a question, also after a decision', () => {
    const [a, b] = three() as [ArchiveModel, ArchiveModel]
    a.edit('甲')
    b.take(a.past(), null)
    expect(b.caption).toBe('甲')
    a.edit('甲一')
    b.edit('甲二')
    b.take(a.past(), 'mine')
    expect(a.take(b.past(), null).undecided).toBe(0)
    expect(a.caption).toBe('甲二')
    b.edit('甲三')
    a.take(b.past(), null)
    expect(a.caption).toBe('甲三')
  })

  test('two sides that each insist are asked again', () => {
    const [a, b] = three() as [ArchiveModel, ArchiveModel]
    a.edit('甲')
    b.edit('乙')
    const [mine, theirs] = [a.past(), b.past()]
    a.take(theirs, 'mine')
    b.take(mine, 'mine')
    expect(stateOf(a, b)).toBe('both')
    a.edit('丙')
    expect(stateOf(a, b)).toBe('both')
  })
})

describe('orders', () => {
  const list = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 6 })

  test('make the same whoever is named first, and lose nobody', () => {
    fc.assert(
      fc.property(list, list, list, (base, one, other) => {
        const merged = mergeOrders(base, one, other)
        expect(merged).toEqual(mergeOrders(base, other, one))
        if (merged === null) return
        const isGone = (id: string) => base.includes(id) && !(one.includes(id) && other.includes(id))
        const wanted = new Set([...one, ...other].filter((id) => !isGone(id)))
        expect(new Set(merged)).toEqual(wanted)
        expect(merged.length).toBe(wanted.size)
      }),
    )
  })

  test.each([
    ['added on both sides', 'ab', 'axb', 'aby', 'axby'],
    ['moved here, added there', 'abc', 'cba', 'abxc', 'cbxa'],
    ['taken out here, moved there', 'abc', 'ac', 'cab', 'ca'],
    ['moved on both sides alike', 'abc', 'cba', 'cba', 'cba'],
    ['moved on both sides otherwise', 'abc', 'cab', 'bca', null],
  ])('%s', (_, base, one, other, merged) => {
    expect(mergeOrders(Array.from(base), Array.from(one), Array.from(other))?.join('') ?? null).toBe(merged)
  })
})
