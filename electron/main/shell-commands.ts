import { writeFile } from 'node:fs/promises'
import type { CommandOutput, Language, ParsedInput, Settings, ShellCommand } from '#contract'
import { CutlineError } from '#contract'
import type { OpenArchive } from './open-archive.js'
import type { SecretStore } from './secret-store.js'
import { settingsChanges } from './settings-changes.js'
import type { SettingsStore } from './settings-store.js'

/** What the shell's commands work with. */
export interface ShellTools {
  store: SettingsStore
  archive: OpenArchive
  dialogs: {
    archiveFolder(create: boolean): Promise<string | null>
    photos(kind: 'files' | 'folder'): Promise<string[]>
    original(): Promise<string | null>
    article(): Promise<string | null>
    text(): Promise<string | null>
    bundle(kind: 'zip' | 'folder'): Promise<string | null>
    saveAs(name: string): Promise<string | null>
    exportFolder(last: string | null): Promise<string | null>
  }
  handed: { take(): string | null }
  clipboard: { photos(): Promise<string[]> }
  secrets: Pick<SecretStore, 'isAvailable' | 'get' | 'keep'>
  reveal: { show(what: ParsedInput<'shell.reveal'>): Promise<void> }
  platform: string
  version: string
  language: () => Language
  sample: () => { folder: string; name: string }
  /** The page has just started and knows nothing yet. */
  onPageStarted: () => void
  onSettings: (settings: Settings) => void
}

/** One handler for each command; `given` is the input before parsing. */
export type ShellHandlers = {
  [C in ShellCommand]: (input: ParsedInput<C>, given: unknown) => Promise<CommandOutput<C>>
}

export function shellHandlers(tools: ShellTools): ShellHandlers {
  const { store, archive, dialogs } = tools
  return {
    'shell.start': async () => {
      const open = await archive.afterStart()
      tools.onPageStarted()
      const { platform, version } = tools
      return { settings: store.settings, language: tools.language(), platform, version, archive: open }
    },
    'shell.setSettings': async (input, given) => {
      await store.change(settingsChanges(input, given, store.settings))
      tools.onSettings(store.settings)
      return store.settings
    },
    'shell.openArchive': async ({ create }) => {
      const folder = await dialogs.archiveFolder(create)
      if (folder === null) return null
      return create ? archive.openOrCreate(folder) : archive.open(folder)
    },
    'shell.openRecent': ({ folder }) => {
      if (store.settings.recentArchives.includes(folder)) return archive.open(folder)
      throw new CutlineError('archive-not-found', `${folder} is not among the archives opened before.`, { folder })
    },
    'shell.choosePhotos': async ({ kind }) => ({ paths: await dialogs.photos(kind) }),
    'shell.clipboardPhotos': async () => ({ paths: await tools.clipboard.photos() }),
    'shell.chooseOriginal': async () => ({ path: await dialogs.original() }),
    'shell.chooseArticle': async () => ({ path: await dialogs.article() }),
    'shell.chooseText': async () => ({ path: await dialogs.text() }),
    'shell.saveText': async ({ name, text }) => {
      const file = await dialogs.saveAs(name)
      if (file === null) return { saved: false }
      try {
        await writeFile(file, text)
      } catch (error) {
        throw new CutlineError('destination-unwritable', `${file} could not be written. Choose another place.`, {
          cause: String(error),
        })
      }
      return { saved: true }
    },
    'shell.chooseSaveFile': async ({ name }) => ({ file: await dialogs.saveAs(name) }),
    'shell.chooseExportFolder': async () => {
      const folder = await dialogs.exportFolder(store.settings.exportFolder)
      return { folder }
    },
    'shell.chooseBundle': async ({ kind }) => ({ place: await dialogs.bundle(kind) }),
    'shell.handedBundle': () => Promise.resolve({ place: tools.handed.take() }),
    'shell.openSampleArchive': () => {
      const { folder, name } = tools.sample()
      return archive.openOrCreate(folder, name)
    },
    'shell.keepSecret': async ({ id, secret }) => ({ kept: await tools.secrets.keep(id, secret) }),
    'shell.secretState': async ({ id }) => ({
      available: tools.secrets.isAvailable,
      kept: (await tools.secrets.get(id)) !== null,
    }),
    'shell.reveal': async (input) => {
      await tools.reveal.show(input)
      return {}
    },
  }
}
