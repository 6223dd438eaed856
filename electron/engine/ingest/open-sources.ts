import path from 'node:path'
import { CutlineError, type ImportPlan, type SourceKind } from '#contract'
import { kindOfPath, onlyPhotosOfCard } from './card.js'
import { isInBundle, readBundleFolder } from './containers/bundle-folder.js'
import { readChatFolder } from './containers/chat-folder.js'
import { documentSource } from './containers/document-source.js'
import { messageSource } from './containers/message-source.js'
import { zipSource } from './containers/zip-source.js'
import { folderOf, type FoundFiles, type Source, type SourceFile, type SourceTools } from './source.js'
import { findFiles } from './sources.js'

const sources: readonly Source[] = [zipSource, documentSource, messageSource]
/** A zip in a message in a zip; deeper is a trap. */
const deepest = 3

export interface OpenedSources extends FoundFiles {
  /** What was chosen, by kind. */
  sources: ImportPlan['sources']
}

/**
 * Finds everything behind the paths that were chosen: files, folders, camera cards, and what is in zips, documents and messages; then
 * the texts that lie beside pictures. What cannot be opened costs that alone.
 */
export async function openSources(
  paths: readonly string[],
  archiveFolder: string,
  tools: SourceTools,
): Promise<OpenedSources> {
  let found = await findFiles(paths, archiveFolder, tools.signal)
  const kinds = new Map<string, SourceKind>()
  for (const chosen of paths) {
    const absolute = path.resolve(chosen)
    const kind = await kindOfPath(absolute)
    kinds.set(path.basename(absolute), kind)
    if (kind === 'card') found = onlyPhotosOfCard(found, absolute)
  }
  const opened = await openContainers(found, tools, kinds, 0)
  const files = await readFolders(opened, kinds)
  return { ...opened, files, sources: [...kinds].map(([name, kind]) => ({ kind, name })) }
}

async function openContainers(
  found: FoundFiles,
  tools: SourceTools,
  kinds: Map<string, SourceKind>,
  depth: number,
): Promise<FoundFiles> {
  const all: FoundFiles = { files: [], failed: [...found.failed], skipped: [...found.skipped] }
  for (const file of found.files) {
    const source = isInBundle(file, found.files) ? undefined : sources.find((each) => each.takes(file.name))
    if (!source) {
      all.files.push(file)
      continue
    }
    if (tools.signal.aborted) break
    try {
      if (depth === deepest) throw tooDeep(file)
      const inner = await openContainers(await source.open(file, tools), tools, kinds, depth + 1)
      if (depth === 0) kinds.set(file.shown, source.kind)
      all.files.push(...inner.files)
      all.failed.push(...inner.failed)
      all.skipped.push(...inner.skipped)
    } catch (thrown) {
      const { code, message } = CutlineError.from(thrown)
      all.failed.push({ file: file.shown, code, message })
    }
  }
  return all
}

/** Pictures and the texts that lie in one folder with them. */
async function readFolders(found: FoundFiles, kinds: Map<string, SourceKind>): Promise<SourceFile[]> {
  const folders = new Map<string, SourceFile[]>()
  // Files of one real folder or of one folder in a container.
  for (const file of found.files) {
    const folder = file.fetch ? folderOf(file) : path.dirname(file.path)
    folders.set(folder, [...(folders.get(folder) ?? []), file])
  }
  const replaced = new Map<string, SourceFile[]>()
  for (const [folder, files] of folders) {
    const bundle = await readBundleFolder(files)
    const read = bundle ?? (await readChatFolder(files))
    if (!read) continue
    replaced.set(folder, read.files)
    found.skipped.push(...read.skipped)
    kinds.set(folderOf(files[0] ?? { shown: '' }) || path.basename(folder), bundle ? 'bundle' : 'chat')
  }
  return [...folders].flatMap(([folder, files]) => replaced.get(folder) ?? files)
}

function tooDeep({ shown }: SourceFile): CutlineError {
  return new CutlineError('container-unsafe', `${shown} is packed too deep inside others. It was left out.`)
}
