import { isBag } from '../bundles/bag/recognise-bag.js'
import type { HandlersOf } from './handlers.js'

export function recogniseCommands(): HandlersOf<'bundles.recognise'> {
  return {
    'bundles.recognise': async ({ place }) => ({ isBundle: await isBag(place) }),
  }
}
