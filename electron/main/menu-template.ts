import type { MenuItemConstructorOptions as Item } from 'electron'
import type { EventPayload } from '#contract'
import type { TextKey } from './i18n/texts.js'
import type { Translate } from './i18n/translate.js'

export type MenuAction = EventPayload<'menu.chosen'>['action']

export interface MenuFrom {
  t: Translate
  platform: NodeJS.Platform
  /** Reloading and developer tools. */
  development: boolean
  choose: (action: MenuAction) => void
}

/**
 * The menu bar. What concerns photos and stories is sent to the page, which knows what is selected. So are Undo, Redo and
 * Select All: in a text field being typed in, the page lets the field answer them itself.
 */
export function menuTemplate(from: MenuFrom): Item[] {
  const mac = from.platform === 'darwin'
  return [
    ...(mac ? [appMenu(from)] : []),
    fileMenu(from),
    editMenu(from),
    viewMenu(from),
    ...(mac ? [windowMenu(from)] : []),
  ]
}

const line: Item = { type: 'separator' }

function action({ t, choose }: MenuFrom, label: TextKey, name: MenuAction, accelerator?: string): Item {
  // `id` is for programs that drive the menu: the same in every language.
  return { id: name, label: t(label), ...(accelerator ? { accelerator } : {}), click: () => choose(name) }
}

function role({ t }: MenuFrom, label: TextKey, name: NonNullable<Item['role']>): Item {
  return { label: t(label), role: name }
}

function appMenu(from: MenuFrom): Item {
  return {
    label: 'Cutline',
    submenu: [
      role(from, 'menu.about', 'about'),
      line,
      action(from, 'menu.settings', 'settings', 'CmdOrCtrl+,'),
      line,
      role(from, 'menu.services', 'services'),
      line,
      role(from, 'menu.hide', 'hide'),
      role(from, 'menu.hideOthers', 'hideOthers'),
      role(from, 'menu.unhide', 'unhide'),
      line,
      role(from, 'menu.quit', 'quit'),
    ],
  }
}

function fileMenu(from: MenuFrom): Item {
  const mac = from.platform === 'darwin'
  return {
    label: from.t('menu.file'),
    submenu: [
      action(from, 'menu.newArchive', 'new-archive'),
      action(from, 'menu.openArchive', 'open-archive', 'CmdOrCtrl+O'),
      line,
      action(from, 'menu.importFiles', 'import-files', 'CmdOrCtrl+I'),
      action(from, 'menu.importFolder', 'import-folder', 'CmdOrCtrl+Shift+I'),
      line,
      action(from, 'menu.newStory', 'new-story', 'CmdOrCtrl+N'),
      action(from, 'menu.exportStory', 'export-story', 'CmdOrCtrl+E'),
      action(from, 'menu.openBundle', 'open-bundle', 'CmdOrCtrl+Shift+O'),
      action(from, 'menu.openBundleFolder', 'open-bundle-folder'),
      line,
      action(from, 'menu.verify', 'verify'),
      line,
      ...(mac
        ? [role(from, 'menu.close', 'close')]
        : [action(from, 'menu.settings', 'settings', 'CmdOrCtrl+,'), line, role(from, 'menu.quit', 'quit')]),
    ],
  }
}

function editMenu(from: MenuFrom): Item {
  return {
    label: from.t('menu.edit'),
    submenu: [
      action(from, 'menu.undo', 'undo', 'CmdOrCtrl+Z'),
      action(from, 'menu.redo', 'redo', from.platform === 'win32' ? 'Ctrl+Y' : 'CmdOrCtrl+Shift+Z'),
      line,
      role(from, 'menu.cut', 'cut'),
      role(from, 'menu.copy', 'copy'),
      role(from, 'menu.paste', 'paste'),
      action(from, 'menu.selectAll', 'select-all', 'CmdOrCtrl+A'),
      line,
      action(from, 'menu.find', 'find', 'CmdOrCtrl+F'),
    ],
  }
}

function viewMenu(from: MenuFrom): Item {
  return {
    label: from.t('menu.view'),
    submenu: [
      role(from, 'menu.zoomIn', 'zoomIn'),
      role(from, 'menu.zoomOut', 'zoomOut'),
      role(from, 'menu.resetZoom', 'resetZoom'),
      line,
      role(from, 'menu.fullScreen', 'togglefullscreen'),
      ...(from.development
        ? [
            line,
            role(from, 'menu.reload', 'reload'),
            // Ctrl+Shift+I, its usual key, imports a folder.
            { ...role(from, 'menu.devTools', 'toggleDevTools'), accelerator: 'F12' },
          ]
        : []),
    ],
  }
}

function windowMenu(from: MenuFrom): Item {
  return {
    label: from.t('menu.window'),
    role: 'windowMenu',
    submenu: [
      role(from, 'menu.minimize', 'minimize'),
      role(from, 'menu.zoomWindow', 'zoom'),
      line,
      role(from, 'menu.front', 'front'),
    ],
  }
}
