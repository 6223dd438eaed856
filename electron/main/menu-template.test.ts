import type { MenuItemConstructorOptions as Item } from 'electron'
import { describe, expect, it } from 'vitest'
import { events, languages } from '#contract'
import { translator } from './i18n/translate.js'
import { type MenuAction, menuTemplate } from './menu-template.js'

const actions = events['menu.chosen'].shape.action.options

function items(menu: Item[]): Item[] {
  return menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])])
}

describe.each(['linux', 'win32', 'darwin'] as const)('on %s', (platform) => {
  const chosen: MenuAction[] = []
  const from = { platform, development: true, choose: (action: MenuAction) => void chosen.push(action) }
  const all = items(menuTemplate({ ...from, t: translator('zh-Hant') }))

  it('offers every action once, and each sends itself', () => {
    chosen.length = 0
    for (const action of actions) {
      const [item, ...more] = all.filter(({ id }) => id === action)
      expect(more).toEqual([])
      // Electron passes arguments that these entries do not look at.
      ;(item!.click as () => void)()
    }
    expect(chosen).toEqual(actions)
  })

  it('gives no key twice', () => {
    const keys = all.flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('leaves developers’ entries out of the product', () => {
    const roles = items(menuTemplate({ ...from, development: false, t: translator('en') })).map(({ role }) => role)
    expect(roles).not.toContain('toggleDevTools')
    expect(roles).not.toContain('reload')
  })
})

it.each(languages)('has the same entries in %s, all labelled', (language) => {
  const from = { platform: 'darwin' as const, development: true, choose: () => undefined }
  const all = items(menuTemplate({ ...from, t: translator(language) }))
  expect(all.filter(({ type, label }) => type !== 'separator' && !label)).toEqual([])
})
