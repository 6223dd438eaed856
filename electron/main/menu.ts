import { Menu } from 'electron'
import { type MenuFrom, menuTemplate } from './menu-template.js'

/** Puts up the menu bar; again when the language changes. */
export function showMenu(from: MenuFrom): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(from)))
}
