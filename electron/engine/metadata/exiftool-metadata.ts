import { randomUUID } from 'node:crypto'
import { access, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ExifTool } from 'exiftool-vendored'
import { CutlineError, type PhotoFields } from '#contract'
import { diskError } from '../durable/write.js'
import { copyCaptureTags } from './capture-tags.js'
import type { EmbedOptions, Metadata, ReadMetadata, ReadSidecar } from './metadata.js'
import { readFields, readTags, type Tags } from './read-fields.js'
import { ReadTogether } from './read-together.js'
import { sidecarArgs, sidecarOf } from './sidecar-file.js'
import { sidecarTags } from './sidecar-tags.js'
import { tagsToWrite } from './write-fields.js'

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
  const readingSidecars = new ReadTogether(exiftool, sidecarArgs)
  return {
    read: (file) => withPlainName(file, (name) => read(reading, file, name)),
    embed: (file, fields, options) =>
      withPlainName(file, (name) =>
        withPlainName(options.original, (original) => embed(exiftool, name, fields, { ...options, original })),
      ),
    readSidecar: (file) => withPlainName(file, (name) => readSidecar(readingSidecars, file, name)),
    writeSidecar: (file, before, after, forExtension) =>
      withPlainName(file, (name) => writeSidecar(exiftool, name, before, after, forExtension)),
    close: () => exiftool.end(),
  }
}

async function read(reading: ReadTogether, file: string, name: string): Promise<ReadMetadata> {
  let tags: Tags
  try {
    tags = await reading.read(name)
  } catch (error) {
    throw failed(error, `ExifTool could not read ${file}`)
  }
  const errors = sentences(tags['ExifTool:Error'])
  if (errors.length > 0) throw failed(errors.join(' '), `ExifTool could not read ${file}`)
  const warnings = sentences(tags['ExifTool:Warning'])
  return { fields: readFields(tags), warnings: warnings.filter((text) => !/\[minor\]/i.test(text)) }
}

async function readSidecar(reading: ReadTogether, file: string, name: string): Promise<ReadSidecar> {
  let tags: Tags
  try {
    tags = await reading.read(name)
  } catch (error) {
    // A file that is gone says so itself.
    await access(file)
    throw failed(error, `ExifTool could not read ${file}`)
  }
  return sidecarOf(tags, file)
}

async function writeSidecar(
  exiftool: ExifTool,
  file: string,
  before: PhotoFields,
  after: PhotoFields,
  forExtension: string | null,
): Promise<void> {
  const tags: Parameters<typeof escaped>[0] = sidecarTags(before, after)
  if (forExtension !== null) tags['XMP-photoshop:SidecarForExtension'] = forExtension
  try {
    await exiftool.write(file, escaped(tags), { writeArgs: ['-overwrite_original'] })
  } catch (error) {
    throw failed(error, 'ExifTool could not write the sidecar')
  }
}

async function embed(exiftool: ExifTool, file: string, fields: PhotoFields, options: EmbedOptions): Promise<void> {
  const what = `ExifTool could not write the caption into ${path.basename(file)}`
  try {
    const { created, updated } = await exiftool.write(file, escaped(tagsToWrite(fields)), {
      writeArgs: [...copyCaptureTags(options), '-overwrite_original'],
    })
    if (created + updated === 0) throw new Error('it changed nothing')
  } catch (error) {
    throw failed(error, what)
  }
}

/** exiftool-vendored writes values HTML-encoded but leaves ampersands alone, so that a typed `&amp;` would come out as `&`. */
function escaped(tags: Record<string, string | string[] | null>): Record<string, string | string[] | null> {
  const escape = (text: string) => text.replaceAll('&', '&amp;')
  return Object.fromEntries(
    Object.entries(tags).map(([tag, value]) => [
      tag,
      value === null ? null : Array.isArray(value) ? value.map(escape) : escape(value),
    ]),
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
  const reason = error instanceof Error ? error.message : String(error)
  if (/no space left|disk full/i.test(reason)) return new CutlineError('disk-full', `${what}: there is no space left.`)
  const disk = diskError(error, what)
  return disk instanceof CutlineError ? disk : new CutlineError('metadata-failed', `${what}: ${reason}.`)
}
