/**
 * The order that two changed orders make: what either took out is out, what either put in is in, behind what it stood behind. null
 * where both have moved what they had in common, each otherwise. The same whichever side is named first.
 */
export function mergeOrders(
  base: readonly string[],
  one: readonly string[],
  other: readonly string[],
): string[] | null {
  const isGone = (id: string) => base.includes(id) && !(one.includes(id) && other.includes(id))
  const common = base.filter((id) => !isGone(id))
  const keeps = (list: readonly string[]) =>
    isSame(
      list.filter((id) => common.includes(id)),
      common,
    )
  const [oneKeeps, otherKeeps] = [keeps(one), keeps(other)]
  if (!oneKeeps && !otherKeeps) {
    const inOrder = (list: readonly string[]) => list.filter((id) => common.includes(id))
    if (!isSame(inOrder(one), inOrder(other))) return null
  }
  // With neither moved, which one leads must not depend on who looks.
  const oneLeads = oneKeeps === otherKeeps ? JSON.stringify(one) <= JSON.stringify(other) : !oneKeeps
  const [lead, follow] = oneLeads ? [one, other] : [other, one]
  const merged = lead.filter((id) => !isGone(id))
  for (const [at, id] of follow.entries()) {
    if (merged.includes(id) || isGone(id)) continue
    const before = follow.slice(0, at).findLast((each) => merged.includes(each))
    merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, id)
  }
  return merged
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at])
}
