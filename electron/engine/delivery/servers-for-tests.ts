import { constants } from 'node:fs'
import { mkdir, open, rename, rm, rmdir, stat, type FileHandle } from 'node:fs/promises'
import net, { type AddressInfo, type Socket } from 'node:net'
import path from 'node:path'
import { FtpSrv } from 'ftp-srv'
import ssh2 from 'ssh2'

/** What the servers take for a login. */
export const user = 'desk'
export const password = '港節-4f7c-secret'

export interface ServerForTests {
  port: number
  /** Breaks every connection, as a cable that is pulled does. */
  cut: () => void
  close: () => Promise<void>
}

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp

/** The library's own server over a real folder. `key` null: a new one. */
export async function sftpServer(root: string, key: string | null = null): Promise<ServerForTests & { key: string }> {
  const hostKey = key ?? ssh2.utils.generateKeyPairSync('ed25519').private
  const sockets = new Set<Socket>()
  const server = new ssh2.Server({ hostKeys: [hostKey] }, (client) => {
    client.on('error', () => undefined)
    client.on('authentication', (context) => {
      if (context.method === 'password' && context.username === user && context.password === password) context.accept()
      else context.reject(['password'])
    })
    client.on('session', (accept) => accept().on('sftp', (open) => serveFiles(open(), root)))
  })
  const inner = await listening(server)
  const proxy = net.createServer((socket) => {
    const onward = net.connect(inner, '127.0.0.1')
    for (const one of [socket, onward]) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        socket.destroy()
        onward.destroy()
      })
    }
    socket.pipe(onward).pipe(socket)
  })
  const port = await listening(proxy)
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port,
    key: hostKey,
    cut,
    close: async () => {
      cut()
      await Promise.all([
        new Promise((done) => proxy.close(done)),
        new Promise((done) => server.close(() => done(null))),
      ])
    },
  }
}

function serveFiles(sftp: ssh2.SFTPWrapper, root: string): void {
  const handles = new Map<number, FileHandle>()
  let last = 0
  const at = (name: string) => path.join(root, ...name.split('/'))
  const answer = async (id: number, work: () => Promise<unknown>) => {
    try {
      await work()
      sftp.status(id, STATUS_CODE.OK)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      sftp.status(
        id,
        code === 'ENOENT'
          ? STATUS_CODE.NO_SUCH_FILE
          : code === 'EACCES'
            ? STATUS_CODE.PERMISSION_DENIED
            : STATUS_CODE.FAILURE,
      )
    }
  }
  const handleOf = (handle: Buffer): FileHandle => {
    const open = handles.get(handle.readUInt32BE(0))
    if (!open) throw new Error('no such handle')
    return open
  }
  sftp.on('OPEN', (id, name, flags) => {
    const mode = flags & OPEN_MODE.TRUNC ? 'w' : constants.O_WRONLY
    open(at(name), mode).then(
      (handle) => {
        handles.set(++last, handle)
        const number = Buffer.alloc(4)
        number.writeUInt32BE(last)
        sftp.handle(id, number)
      },
      () => sftp.status(id, name.startsWith('forbidden') ? STATUS_CODE.PERMISSION_DENIED : STATUS_CODE.FAILURE),
    )
  })
  sftp.on(
    'WRITE',
    (id, handle, offset, data) => void answer(id, async () => handleOf(handle).write(data, 0, data.length, offset)),
  )
  sftp.on('CLOSE', (id, handle) => void answer(id, async () => handleOf(handle).close()))
  sftp.on('FSETSTAT', (id) => sftp.status(id, STATUS_CODE.OK))
  sftp.on('SETSTAT', (id) => sftp.status(id, STATUS_CODE.OK))
  sftp.on('close', () => {
    for (const handle of handles.values()) handle.close().catch(() => undefined)
  })
  sftp.on('STAT', (id, name) => {
    stat(at(name)).then(
      ({ mode, uid, gid, size, atimeMs, mtimeMs }) =>
        sftp.attrs(id, { mode, uid, gid, size, atime: atimeMs / 1000, mtime: mtimeMs / 1000 }),
      () => sftp.status(id, STATUS_CODE.NO_SUCH_FILE),
    )
  })
  sftp.on(
    'MKDIR',
    (id, name) =>
      void answer(id, async () => {
        if (name.startsWith('forbidden')) throw Object.assign(new Error('no'), { code: 'EACCES' })
        await mkdir(at(name))
      }),
  )
  sftp.on('RENAME', (id, from, to) => void answer(id, () => rename(at(from), at(to))))
  sftp.on('REMOVE', (id, name) => void answer(id, () => rm(at(name))))
  sftp.on('RMDIR', (id, name) => void answer(id, () => rmdir(at(name))))
}

/** The FTP server of the ftp-srv package over a real folder. */
export async function ftpServer(root: string): Promise<ServerForTests> {
  const port = await freePort()
  const quiet = () => undefined
  const silent = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, child: () => silent }
  const server = new FtpSrv({ url: `ftp://127.0.0.1:${port}`, pasv_url: '127.0.0.1', log: silent })
  const connections = new Set<{ close: () => unknown; commandSocket?: Socket; connector?: { dataSocket?: Socket } }>()
  server.on('login', ({ connection, username, password: given }, resolve, reject) => {
    connections.add(connection as never)
    if (username === user && given === password) resolve({ root })
    else reject(new Error('refused'))
  })
  server.on('client-error', () => undefined)
  await server.listen()
  return {
    port,
    cut: () => {
      for (const { commandSocket, connector } of connections) {
        connector?.dataSocket?.destroy()
        commandSocket?.destroy()
      }
      connections.clear()
    },
    close: async () => {
      await server.close()
    },
  }
}

async function freePort(): Promise<number> {
  const server = net.createServer()
  const port = await listening(server)
  await new Promise((done) => server.close(done))
  return port
}

async function listening(server: {
  listen(port: number, host: string, done: () => void): unknown
  address(): unknown
}): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // Listening on a port, a server answers its address.
  return (server.address() as AddressInfo).port
}
