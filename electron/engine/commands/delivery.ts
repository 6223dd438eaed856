import { CutlineError, type DeskRecordId, type Destination, type Story, takesZipAlone } from '#contract'
import { storySlug } from '../bundles/bundle-photo.js'
import type { BundleDelivery } from '../bundles/export-request.js'
import { safeFileName } from '../captions/file-name.js'
import { sendBundle } from '../delivery/send-bundle.js'
import type { Context } from './context.js'
import { destinationsOf, trustKey } from './destination-commands.js'
import { passwordFor } from './password-for.js'

export interface DeliveryAsked {
  sendTo: DeskRecordId
  secret: string | null
  zip: boolean
  story: Story
}

/**
 * How a story's bundle goes to a destination, made ready before any work begins. Rejects with `invalid-input` (no such destination, or one
 * that takes a zip alone) or `secret-needed`.
 */
export async function deliveryOf(
  context: Context,
  { sendTo, secret, zip, story }: DeliveryAsked,
): Promise<BundleDelivery> {
  const destination = destinationIn(context, sendTo)
  if (!zip && takesZipAlone(destination)) {
    throw new CutlineError('invalid-input', `${destination.name} takes one file: export as zip.`, { id: sendTo })
  }
  const password = await passwordFor(context, destination, secret)
  return {
    name: destination.name,
    send: ({ local, files }, job) =>
      sendBundle({
        destination,
        secret: password,
        local,
        files,
        name: safeFileName(storySlug(story), 'story'),
        signal: job.signal,
        onBytes: (bytesDone, bytesTotal) => job.progress({ bytesDone, bytesTotal, current: destination.name }),
        onHostKey: (key) => trustKey(context, destination.id, key),
      }),
  }
}

function destinationIn(context: Context, id: DeskRecordId): Destination {
  const destination = destinationsOf(context).find((one) => one.id === id)
  if (destination) return destination
  throw new CutlineError('invalid-input', `There is no destination "${id}" in this archive.`, { id })
}
