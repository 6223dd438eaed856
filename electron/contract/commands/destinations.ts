import { z } from 'zod'
import { DeskRecordId } from '../desk-record-id.js'
import { Destination, Secret } from '../destination.js'
import { changed, command, nothing } from './command.js'

export const destinationsCommandTable = {
  'destinations.list': command(nothing, z.object({ destinations: z.array(Destination) })),
  'destinations.put': command(z.object({ destination: Destination }), changed),
  'destinations.remove': command(z.object({ id: DeskRecordId }), changed),
  /**
   * Logs in and looks at the folder; over HTTP nothing is sent. Answers the server's key where it has one. Rejects as an upload would:
   * `host-unreachable`, `login-refused`, `host-key-changed`, `remote-refused`, `secret-needed`.
   */
  'destinations.test': command(
    z.object({ destination: Destination, secret: Secret.nullable().default(null) }),
    z.object({ hostKey: z.string().nullable() }),
  ),
} as const
