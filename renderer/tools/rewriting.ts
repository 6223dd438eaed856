import type { Rewriting } from '#contract'

export const rewriteKinds = ['replace', 'full-width', 'hant', 'tw', 'hk', 'hans'] as const
export type RewriteKind = (typeof rewriteKinds)[number]

/** What the dialog's boxes hold. */
export interface RewriteForm {
  readonly kind: RewriteKind
  readonly find: string
  readonly replace: string
  readonly regularExpression: boolean
  readonly matchCase: boolean
  readonly eitherScript: boolean
}

const scripts = { hans: 'zh-Hans', hant: 'zh-Hant', tw: 'zh-Hant-TW', hk: 'zh-Hant-HK' } as const

/** The rewriting that the form asks for; null while nothing is to be found. */
export function rewritingOf(form: RewriteForm): Rewriting | null {
  const { kind, find, replace, regularExpression, matchCase, eitherScript } = form
  if (kind === 'full-width') return { kind }
  if (kind !== 'replace') return { kind: 'script', to: scripts[kind] }
  return find === '' ? null : { kind, find, replace, regularExpression, matchCase, eitherScript }
}
