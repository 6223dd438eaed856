import type { Fact, FactKind } from '#contract'
import { creditKeys } from '../credits/credit-keys.js'

export interface FactCompletion {
  readonly kind: FactKind
  /** As this desk writes it. */
  readonly text: string
}

/** More than that is no help. */
const most = 5

const keysOf = new WeakMap<Fact, readonly string[]>()

/** Events, places and organisations whose name, other wording, pinyin initials or whole pinyin begins with what was typed. */
export function completeFacts(typed: string, facts: readonly Fact[]): FactCompletion[] {
  const wanted = typed.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
  if (wanted === '') return []
  return facts
    .filter((fact) => keys(fact).some((key) => key.startsWith(wanted)))
    .slice(0, most)
    .map(({ factKind, name }) => ({ kind: factKind, text: name }))
}

function keys(fact: Fact): readonly string[] {
  const known = keysOf.get(fact)
  if (known) return known
  const all = [fact.name, ...fact.otherNames].flatMap((name) => creditKeys(name))
  keysOf.set(fact, all)
  return all
}
