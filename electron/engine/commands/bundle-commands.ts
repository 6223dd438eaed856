import { CutlineError } from '#contract'
import type { HandlersOf } from './handlers.js'

export function bundleCommands(): HandlersOf<'bundles.plan' | 'bundles.take'> {
  const notYet = () => Promise.reject(new CutlineError('internal', 'Bundles cannot be taken yet.'))
  return { 'bundles.plan': notYet, 'bundles.take': notYet }
}
