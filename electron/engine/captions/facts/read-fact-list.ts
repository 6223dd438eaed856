import type { Fact, FactKind } from '#contract'

export type ListedFact = Omit<Fact, 'kind' | 'id'>

const bullet = /^\s*(?:[-*•·●■]\s*|[(（]?\d{1,3}[)）.、．]\s*)/u
const kindWords: Readonly<Record<FactKind, RegExp>> = {
  event: /^(?:活動|活动|事件|event)\s*[:：\t]\s*/iu,
  place: /^(?:地點|地点|地方|place)\s*[:：\t]\s*/iu,
  organisation: /^(?:機構|机构|單位|单位|organi[sz]ation)\s*[:：\t]\s*/iu,
}
/** As much as a record holds. */
const longest = 200

/**
 * Reads a list as it is pasted, one a line: the name, and other wordings behind tabs, semicolons or upright bars. A line may begin
 * with its kind, 地點：…; `factKind` counts where it does not. A name that comes twice is taken once.
 */
export function readFactList(text: string, factKind: FactKind): ListedFact[] {
  const facts = new Map<string, ListedFact>()
  for (const line of text.split('\n')) {
    const bare = line.replace(bullet, '').trim()
    const said = (['event', 'place', 'organisation'] as const).find((kind) => kindWords[kind].test(bare))
    const rest = said === undefined ? bare : bare.replace(kindWords[said], '')
    const [name, ...others] = rest
      .split(/[\t;；|｜]/u)
      .map((part) => part.trim().slice(0, longest))
      .filter((part) => part !== '')
    if (name === undefined) continue
    const known = facts.get(name)
    const otherNames = [...new Set([...(known?.otherNames ?? []), ...others])].filter((other) => other !== name)
    facts.set(name, { factKind: known?.factKind ?? said ?? factKind, name, otherNames: otherNames.slice(0, 50) })
  }
  return [...facts.values()]
}
