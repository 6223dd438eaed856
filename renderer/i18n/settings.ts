import type { English, Texts } from './feature-texts.js'

const zhHant = {
  title: '設定',
  language: '語言',
  languageSystem: '跟隨系統',
  theme: '外觀',
  themesystem: '跟隨系統',
  themelight: '淺色',
  themedark: '深色',
  importAsk: '匯入前先看清單',
  importAskalways: '每次都看',
  importAskmany: '資料夾、壓縮檔和大批檔案',
  importAsknever: '不看，直接匯入',
  atOnce: '選好立即生效。',
  failed: '設定沒有存下來：{{reason}}',
  version: '版本 {{version}}',
  close: '關閉',
}

const zhHans: Texts<typeof zhHant> = {
  title: '设置',
  language: '语言',
  languageSystem: '跟随系统',
  theme: '外观',
  themesystem: '跟随系统',
  themelight: '浅色',
  themedark: '深色',
  importAsk: '导入前先看清单',
  importAskalways: '每次都看',
  importAskmany: '文件夹、压缩包和大批文件',
  importAsknever: '不看，直接导入',
  atOnce: '选好立即生效。',
  failed: '设置没有保存：{{reason}}',
  version: '版本 {{version}}',
  close: '关闭',
}

const en: English<typeof zhHant> = {
  title: 'Settings',
  language: 'Language',
  languageSystem: 'As the system',
  theme: 'Appearance',
  themesystem: 'As the system',
  themelight: 'Light',
  themedark: 'Dark',
  importAsk: 'Show what would come in first',
  importAskalways: 'Always',
  importAskmany: 'For folders, zips and many files',
  importAsknever: 'Never, import at once',
  atOnce: 'Choices take effect at once.',
  failed: 'The settings were not kept: {{reason}}',
  version: 'Version {{version}}',
  close: 'Close',
}

export const settingsTexts = { 'zh-Hant': zhHant, 'zh-Hans': zhHans, en }
