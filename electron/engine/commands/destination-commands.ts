import { CutlineError, type DeskRecordId, type Destination, takesZipAlone } from '#contract'
import { openRemote } from '../delivery/send-bundle.js'
import type { Context } from './context.js'
import { deskCommands } from './desk-commands.js'
import type { HandlersOf } from './handlers.js'
import { passwordFor } from './password-for.js'

export function destinationCommands(
  context: Context,
): HandlersOf<'destinations.list' | 'destinations.put' | 'destinations.remove' | 'destinations.test'> {
  const desk = deskCommands(context)
  return {
    'destinations.list': () => Promise.resolve({ destinations: destinationsOf(context) }),
    'destinations.put': ({ destination }) => desk['desk.put']({ records: [destination] }),
    'destinations.remove': ({ id }) => desk['desk.remove']({ ids: [id] }),
    'destinations.test': async ({ destination, secret }) => {
      // What a server takes by HTTP is only known once something is sent.
      if (takesZipAlone(destination)) return { hostKey: null }
      const password = await passwordFor(context, destination, secret)
      const remote = await openRemote(destination, password, AbortSignal.timeout(30_000))
      try {
        if (destination.folder !== '' && (await remote.sizeOf(destination.folder)) !== -1) throw noFolder(destination)
        return { hostKey: remote.hostKey }
      } finally {
        remote.close()
      }
    },
  }
}

/** Records the key that a server showed first; one that is recorded is never replaced here. */
export async function trustKey(context: Context, id: DeskRecordId, hostKey: string): Promise<void> {
  const destination = destinationsOf(context).find((one) => one.id === id)
  if (destination?.hostKey !== null) return
  await deskCommands(context)['desk.put']({ records: [{ ...destination, hostKey }] })
}

export function destinationsOf(context: Context): Destination[] {
  return context
    .session()
    .archive.desk()
    .flatMap((record) => (record.kind === 'destination' ? [record] : []))
}

function noFolder({ id, name, folder }: Destination): CutlineError {
  return new CutlineError('remote-refused', `${name}: there is no folder ${folder}.`, { destination: id })
}
