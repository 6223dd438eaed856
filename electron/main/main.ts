import path from 'node:path'
import { app, dialog, nativeTheme, session } from 'electron'
import type { AnyEvent, Language, Settings } from '#contract'
import { ClipboardPhotos } from './clipboard-photos.js'
import { Dialogs } from './dialogs.js'
import { openEngineLog } from './engine-log.js'
import { EngineProcess } from './engine-process.js'
import { hardenPages, hardenSession } from './hardening.js'
import { translator } from './i18n/translate.js'
import { showMenu } from './menu.js'
import { OpenArchive } from './open-archive.js'
import { servePage } from './page-protocol.js'
import { HandedBundle } from './handed-bundle.js'
import { findPaths } from './paths.js'
import { servePhotos } from './photo-protocol.js'
import { quitInOrder } from './quit.js'
import { printPage } from './print-page.js'
import { Relay } from './relay.js'
import { Reveal } from './reveal.js'
import { sampleFolder } from './sample-folder.js'
import { registerSchemes } from './schemes.js'
import { SecretStore } from './secret-store.js'
import { SettingsStore } from './settings-store.js'
import { answerEngine, type ShellAnswers } from './shell-answers.js'
import { shellHandlers } from './shell-commands.js'
import { systemCipher } from './system-cipher.js'
import { systemLanguage } from './system-language.js'
import { MainWindow } from './windows.js'

/** The shell: wires its parts together and starts them, the engine first, as that takes longest. */
async function start(): Promise<void> {
  const development = !app.isPackaged
  const paths = findPaths({
    here: import.meta.dirname,
    packaged: app.isPackaged,
    resourcesPath: process.resourcesPath,
    platform: process.platform,
    env: process.env,
  })
  // These three must come before anything that takes time: once the app is ready, it is too late for them.
  registerSchemes()
  hardenPages()
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

  const store = await SettingsStore.open(path.join(app.getPath('userData'), 'settings.json'))
  const language = (): Language => store.settings.language ?? systemLanguage(app.getPreferredSystemLanguages())
  const t = () => translator(language())

  const secrets = new SecretStore(path.join(app.getPath('userData'), 'secrets.json'), systemCipher)
  const answers: ShellAnswers = {
    'secret.get': async ({ id }) => ({ secret: await secrets.get(id) }),
    'print.page': async (page) => {
      await app.whenReady()
      await printPage(page)
      return {}
    },
  }
  const engine: EngineProcess = new EngineProcess({
    ...paths,
    env: process.env,
    log: openEngineLog(app.getPath('logs'), development ? process.stderr : undefined),
    onEvent: follow,
    answer: (request, input) => answerEngine(answers, request, input),
    onState: (payload) => relay.send({ event: 'engine.state', payload }),
    afterRestart: () => archive.reopen(),
  })
  const archive: OpenArchive = new OpenArchive(engine, store, tellSettings)
  const reveal = new Reveal(engine, archive)
  const window: MainWindow = new MainWindow({
    ...paths,
    store,
    pending: () => relay.pending,
    title: () => (archive.info ? t()('titleWithArchive', { archive: archive.info.name }) : t()('title')),
  })
  const handed = new HandedBundle(() => relay.send({ event: 'bundle.handed', payload: {} }))
  const shell = shellHandlers({
    store,
    archive,
    reveal,
    secrets,
    handed,
    clipboard: new ClipboardPhotos(path.join(app.getPath('userData'), 'clipboard')),
    dialogs: new Dialogs(() => window.current, t),
    platform: process.platform,
    version: app.getVersion(),
    language,
    sample: () => ({ folder: sampleFolder(t()('sampleArchive')), name: t()('sampleArchive') }),
    onPageStarted: () => relay.send({ event: 'engine.state', payload: engine.state }),
    onSettings: (settings) => {
      applySettings(settings)
      tellSettings()
    },
  })
  const relay: Relay = new Relay(() => window.current, { shell, engine })
  engine.start()
  archive.openLast()
  void handed.giveFirstOf(process.argv.slice(1), process.cwd())
  app.on('second-instance', (_event, args, folder) => void handed.giveFirstOf(args.slice(1), folder))
  app.on('open-file', (event, file) => {
    event.preventDefault()
    void handed.giveFirstOf([file], '/')
  })
  quitInOrder(engine, window, relay.pending)

  await app.whenReady()
  hardenSession(session.defaultSession, { devTools: development })
  servePage(paths.page)
  servePhotos({
    cacheFolder: () => archive.info?.cacheFolder ?? null,
    renderThumbnail: (sha256) => engine.call('photos.thumbnail', { sha256 }),
  })
  nativeTheme.themeSource = store.settings.theme
  window.open()
  applySettings(store.settings)

  function follow(event: AnyEvent): void {
    archive.follow(event)
    reveal.follow(event)
    relay.send(event)
    if (event.event === 'archive.changed') window.retitle()
  }

  function tellSettings(): void {
    relay.send({ event: 'settings.changed', payload: store.settings })
  }

  function applySettings({ theme }: Settings): void {
    nativeTheme.themeSource = theme
    window.retitle()
    const choose = (action: Extract<AnyEvent, { event: 'menu.chosen' }>['payload']['action']): void =>
      relay.send({ event: 'menu.chosen', payload: { action } })
    showMenu({ t: t(), platform: process.platform, development, choose })
  }
}

const userData = process.env.CUTLINE_USER_DATA
if (userData !== undefined) app.setPath('userData', path.resolve(userData))
// One Cutline for each settings folder; a second one has the first show itself.
if (!app.requestSingleInstanceLock()) app.exit(0)
// Not awaited here: Electron gets ready only when this module has been evaluated, which `start` waits for in its turn.
else start().catch(giveUp)

function giveUp(error: unknown): void {
  dialog.showErrorBox('Cutline', error instanceof Error ? (error.stack ?? error.message) : String(error))
  app.exit(1)
}
