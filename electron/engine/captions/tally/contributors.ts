import type { CreditPart } from '#contract'
import { foldText } from '../credits/folded-text.js'
import { readCredit } from '../credits/split-caption.js'
import type { UnifiedNames } from './unified-names.js'

/** What of a photo says whom it is owed to. */
export interface Credited {
  readonly credit: string
  readonly creditParts: readonly CreditPart[] | null
  readonly creators: readonly string[]
}

export type ContributorGroup = 'correspondent' | 'reporter' | 'other'

/** Somebody, or some body, that a photo's credit names. */
export interface Contributor {
  readonly kind: 'person' | 'organisation'
  /** The same for all spellings of one name; empty for a role that names nobody. */
  readonly key: string
  /** As the desk writes it, or else as this credit does. */
  readonly name: string
  /** 通訊員, 本報記者, as printed; empty where none is. */
  readonly role: string
  /** null where no role says it. */
  readonly group: ContributorGroup | null
}

const correspondent = /通讯员|通联员|correspondent|stringer|contributor/iu
const reporter = /记者|摄影师|摄影员|摄影家|编辑|实习生|reporter|photographer|journalist|editor|intern/iu

/** What a role makes of who has it. */
export function groupOf(role: string): ContributorGroup {
  const { folded } = foldText(role)
  if (correspondent.test(folded)) return 'correspondent'
  return reporter.test(folded) ? 'reporter' : 'other'
}

/**
 * Whom a photo is owed to: everybody and every organisation that its credit names, each once. Creators stand in where the credit
 * names nobody, under its role where it has one (通訊員 供圖).
 */
export function contributorsOf(photo: Credited, names: UnifiedNames): Contributor[] {
  const parts = photo.creditParts ?? readCredit(photo.credit)?.parts ?? []
  const found = new Map<string, Contributor>()
  const add = (kind: Contributor['kind'], written: string, role: string) => {
    const { key, name } = names.of(kind, written)
    const id = `${kind} ${key} ${key === '' ? role : ''}`
    if (!found.has(id)) found.set(id, { kind, key, name, role, group: role === '' ? null : groupOf(role) })
  }
  const namesAny = parts.some((part) => part.names.length > 0)
  for (const { role, names: people, organisation } of parts) {
    const own = people.length > 0 ? people : namesAny || role === null ? [] : photo.creators
    for (const person of own) add('person', person, role ?? '')
    if (organisation !== null) add('organisation', organisation, '')
    // A correspondent whom nobody named was at work all the same.
    if (own.length === 0 && organisation === null && role !== null && groupOf(role) !== 'other') add('person', '', role)
  }
  const anybody = [...found.values()].some(({ kind }) => kind === 'person')
  if (!anybody) for (const creator of photo.creators) add('person', creator, '')
  return [...found.values()]
}
