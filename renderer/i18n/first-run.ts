import type { English, Texts } from './feature-texts.js'

const zhHant = {
  name: '圖說',
  tagline: '新聞照片的圖說與署名，寫好、存好、隨稿交出去。',
  newArchive: '新增圖庫',
  newArchiveHint: '選一個空資料夾，開始收照片。',
  openArchive: '開啟圖庫',
  openArchiveHint: '這台電腦或共用磁碟上已有的圖庫。',
  sample: '試用範例',
  sampleHint: '六張照片、一篇稿件，一按就可以從匯入試到匯出。',
  recent: '最近開啟',
  opening: '正在開啟圖庫…',
  failed: '沒有開啟：{{reason}}',
  offline: '全部工作都在這台電腦上進行，不需要網路。',
}

const zhHans: Texts<typeof zhHant> = {
  name: '图说',
  tagline: '新闻照片的说明与署名，写好、存好、随稿交出去。',
  newArchive: '新建图库',
  newArchiveHint: '选一个空文件夹，开始收照片。',
  openArchive: '打开图库',
  openArchiveHint: '这台电脑或共享磁盘上已有的图库。',
  sample: '试用示例',
  sampleHint: '六张照片、一篇稿件，一按就可以从导入试到导出。',
  recent: '最近打开',
  opening: '正在打开图库…',
  failed: '没有打开：{{reason}}',
  offline: '全部工作都在这台电脑上进行，不需要网络。',
}

const en: English<typeof zhHant> = {
  name: '圖說',
  tagline: 'Captions and credits for news photos: written, kept, and handed over with the story.',
  newArchive: 'New archive',
  newArchiveHint: 'Choose an empty folder and start collecting photos.',
  openArchive: 'Open archive',
  openArchiveHint: 'One that is on this computer or on a shared disk already.',
  sample: 'Try the sample',
  sampleHint: 'Six photos and a story: one click, from import to export.',
  recent: 'Opened before',
  opening: 'Opening the archive…',
  failed: 'Not opened: {{reason}}',
  offline: 'Everything happens on this computer; no network is needed.',
}

export const firstRunTexts = { 'zh-Hant': zhHant, 'zh-Hans': zhHans, en }
