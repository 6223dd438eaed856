import { z } from 'zod'
import { DeskRecordId } from './desk-record-id.js'

/** `put`: HTTP PUT as WebDAV takes it; `form`: HTTP POST as a form with one file, as many desks' systems take deliveries. */
export const deliveryProtocols = ['sftp', 'ftp', 'put', 'form'] as const
export const DeliveryProtocol = z.enum(deliveryProtocols)
export type DeliveryProtocol = z.infer<typeof DeliveryProtocol>

/** Without line breaks: FTP's commands end with one. */
const line = z.string().regex(/^[^\r\n\0]*$/)

/** Where bundles are sent. Passwords are no part of it: they are in the system's key store, or asked for. */
export const Destination = z.object({
  kind: z.literal('destination'),
  id: DeskRecordId,
  name: z.string().trim().min(1).max(200),
  protocol: DeliveryProtocol,
  /** A name or an address, without anything around it. */
  host: z.string().regex(/^[A-Za-z0-9._:-]{1,255}$/),
  /** null: the protocol's own. */
  port: z.int().min(1).max(65_535).nullable().default(null),
  /** With slashes; of HTTP the address's path. Empty: where the server puts who logs in. */
  folder: line.max(1_000).default(''),
  /** Empty: without a login. */
  user: line.max(200).default(''),
  /** FTP and HTTP over TLS. SFTP is always encrypted. */
  tls: z.boolean().default(true),
  /** Of SFTP, `SHA256:…` as ssh prints it: what the server showed the first time. null until then. */
  hostKey: z.string().max(200).nullable().default(null),
})
export type Destination = z.infer<typeof Destination>

/** HTTP sends one file at a time, and tells nothing before it is sent. */
export function takesZipAlone({ protocol }: Pick<Destination, 'protocol'>): boolean {
  return protocol === 'put' || protocol === 'form'
}

/** Password of a destination, on its way from whoever was asked; never written down. */
export const Secret = z.string().max(1_000)

/** A bundle that has arrived. */
export const Sent = z.object({
  /** The destination's name, and where the bundle lies there, as an address without a password. */
  name: z.string(),
  place: z.string(),
})
export type Sent = z.infer<typeof Sent>
