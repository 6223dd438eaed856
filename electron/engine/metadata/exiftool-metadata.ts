import { randomUUID } from 'node:crypto'
import { rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ExifTool } from 'exiftool-vendored'
import { CutlineError } from '#contract'
import { diskError } from '../durable/write.js'
import { embedInCopy, embedInRendition, writeBeside } from './embed.js'
import { factsOf, inspectArgs, type OriginalFacts, xmpOfRendition } from './inspect-original.js'
import type { Metadata, ReadMetadata, ReadOptions } from './metadata.js'
import { readFields, readTags, type Tags } from './read-fields.js'
import { ReadTogether } from './read-together.js'

/** Milliseconds for one file; a file that takes longer costs that file only. */
const timeLimit = 30_000

/** Without maker notes and trailers, which hold none of these tags and take longest. */
const readArgs = ['-fast2', '-G1', ...readTags.map((tag) => `-${tag}`), '-ExifTool:Error', '-ExifTool:Warning']

/** A pool of two long-lived ExifTool processes, started with the first file. */
export function createMetadata(): Metadata {
  const exiftool = new ExifTool({
    maxProcs: 2,
    taskTimeoutMillis: timeLimit,
    taskRetries: 1,
    // ExifTool's MWG mode reads characters and preferences its own way; ours stand in read-fields.ts.
    useMWG: false,
    ignoreMinorErrors: true,
    // Without a user's own .ExifTool_config, which could rename or hide tags.
    exiftoolArgs: ['-config', '', '-stay_open', 'True', '-@', '-'],
  })
  const reading = new ReadTogether(exiftool, readArgs)
  const inspecting = new ReadTogether(exiftool, inspectArgs)
  return {
    read: (file, options = {}) => withPlainName(file, (name) => read(reading, file, name, options)),
    forCopies: async (original, privacy) => {
      const facts = await withPlainName(original, (name) => inspect(inspecting, original, name))
      return { xmp: xmpOfRendition(facts, privacy), signed: facts.signed }
    },
    embed: (file, fields, options) =>
      writing(file, options.original, (name, original) =>
        embedInRendition(exiftool, name, fields, { ...options, original }),
      ),
    embedInCopy: (file, fields, { original: source, privacy }) =>
      writing(file, source, async (name, original) => {
        const facts = await inspect(inspecting, source, original)
        await embedInCopy(exiftool, name, fields, { original, privacy, facts })
      }),
    writeBeside: (file, fields, { original: source, privacy }) =>
      writing(file, source, async (name, original) => {
        const facts = await inspect(inspecting, source, original)
        await writeBeside(exiftool, name, fields, { privacy, facts })
      }),
    close: () => exiftool.end(),
  }
}

async function read(
  reading: ReadTogether,
  file: string,
  name: string,
  { sidecar }: ReadOptions,
): Promise<ReadMetadata> {
  let tags: Tags
  try {
    tags = await reading.read(name)
  } catch (error) {
    throw failed(error, `ExifTool could not read ${file}`)
  }
  const errors = sentences(tags['ExifTool:Error'])
  if (errors.length > 0) throw failed(errors.join(' '), `ExifTool could not read ${file}`)
  const warnings = sentences(tags['ExifTool:Warning'])
  const beside = sidecar === undefined ? {} : await withPlainName(sidecar, (plain) => reading.read(plain))
  return {
    fields: { ...readFields(tags), ...readFields(beside) },
    camera: '',
    contentCredentials: false,
    iimEncoding: null,
    warnings: warnings.filter((text) => !/\[minor\]/i.test(text)),
  }
}

async function inspect(inspecting: ReadTogether, file: string, name: string): Promise<OriginalFacts> {
  try {
    return factsOf(await inspecting.read(name))
  } catch (error) {
    throw failed(error, `ExifTool could not read ${file}`)
  }
}

/** Names of both files as ExifTool can take them, and errors in words. */
function writing<T>(file: string, original: string, work: (file: string, original: string) => Promise<T>): Promise<T> {
  return withPlainName(file, (name) =>
    withPlainName(original, async (source) => {
      try {
        return await work(name, source)
      } catch (error) {
        throw failed(error, `ExifTool could not write the caption into ${path.basename(file)}`)
      }
    }),
  )
}

/**
 * ExifTool takes its arguments as lines and an absolute path can never be an option; a name that holds a line break, which
 * Linux and macOS allow, goes through a link.
 */
async function withPlainName<T>(file: string, work: (name: string) => Promise<T>): Promise<T> {
  const whole = path.resolve(file)
  if (!/[\r\n]/.test(whole)) return work(whole)
  const link = path.join(tmpdir(), `cutline-${randomUUID()}${path.extname(whole).replace(/[\r\n]/g, '')}`)
  await symlink(whole, link)
  try {
    return await work(link)
  } finally {
    await rm(link, { force: true })
  }
}

function sentences(value: unknown): string[] {
  return value === undefined || value === null ? [] : (Array.isArray(value) ? value : [value]).map(String)
}

function failed(error: unknown, what: string): CutlineError {
  if (error instanceof CutlineError) return error
  const reason = error instanceof Error ? error.message : String(error)
  if (/no space left|disk full/i.test(reason)) return new CutlineError('disk-full', `${what}: there is no space left.`)
  const disk = diskError(error, what)
  return disk instanceof CutlineError ? disk : new CutlineError('metadata-failed', `${what}: ${reason}.`)
}
