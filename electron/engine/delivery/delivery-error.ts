import { CutlineError, type Destination, type ErrorCode } from '#contract'

/** What a server or the network said, as far as it can be told. */
export interface Said {
  code?: string | number | undefined
  level?: string | undefined
  message: string
}

const unreachable = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'ECONNRESET',
  'EPIPE',
  'ERR_SOCKET_CLOSED',
])

/** FTP (RFC 959), HTTP (RFC 9110, RFC 4918) and SFTP's (draft-ietf-secsh-filexfer-13) own numbers, by what they mean here. */
const meanings: Readonly<Record<Destination['protocol'], Readonly<Record<string, ErrorCode>>>> = {
  sftp: { 3: 'remote-refused', 14: 'remote-full', 15: 'remote-full' },
  ftp: {
    421: 'host-unreachable',
    425: 'host-unreachable',
    426: 'host-unreachable',
    530: 'login-refused',
    532: 'login-refused',
    550: 'remote-refused',
    553: 'remote-refused',
    452: 'remote-full',
    552: 'remote-full',
  },
  put: {
    401: 'login-refused',
    403: 'remote-refused',
    405: 'remote-refused',
    409: 'remote-refused',
    413: 'remote-full',
    507: 'remote-full',
  },
  form: { 401: 'login-refused', 403: 'remote-refused', 405: 'remote-refused', 413: 'remote-full', 507: 'remote-full' },
}

const sentences: Readonly<Partial<Record<ErrorCode, string>>> = {
  'host-unreachable': 'cannot be reached, or the connection broke',
  'login-refused': 'refused user name or password',
  'remote-refused': 'does not allow this there',
  'remote-full': 'has no space left',
}

/** Names what went wrong on the way to a destination. What the server said stays out of it: servers repeat what they were told. */
export function deliveryError(destination: Destination, thrown: unknown): CutlineError {
  if (thrown instanceof CutlineError) return thrown
  const said: Said = thrown instanceof Error ? thrown : { message: String(thrown) }
  const code = codeOf(destination, said)
  const number = said.code === undefined ? '' : ` (${String(said.code)})`
  return new CutlineError(
    code,
    `${destination.name}: ${destination.host} ${sentences[code] ?? 'did not take the bundle'}${number}.`,
    {
      destination: destination.id,
    },
  )
}

function codeOf({ protocol }: Destination, { code, level, message }: Said): ErrorCode {
  if (level === 'client-authentication') return 'login-refused'
  if (level === 'client-timeout' || level === 'client-socket') return 'host-unreachable'
  if (/no space|quota|disk full/i.test(message)) return 'remote-full'
  const known = code === undefined ? undefined : meanings[protocol][code]
  if (known !== undefined) return known
  if (unreachable.has(String(code)) || /clos(ed|ing)|timeout|not connected|no response|hang up/i.test(message))
    return 'host-unreachable'
  return 'upload-failed'
}

/** Whether trying again may help. */
export function isPassing(error: CutlineError): boolean {
  return error.code === 'host-unreachable'
}

export function cancelled(): CutlineError {
  return new CutlineError('cancelled', 'The export was cancelled; nothing was written.')
}
