import type { Language } from '#contract'

/** What a bundle's documents say besides the story's own words. */
export interface Labels {
  caption: string
  credit: string
  creators: string
  noCaption: string
  noHeadline: string
  printedCaption: string
  headline: string
  keywords: string
  place: string
  takenAt: string
  number: string
  picture: string
  file: string
  original: string
  contactSheet: string
  /** Stands in for a description of a picture that has none. */
  pictureNumber: (seq: number) => string
  /** The text around a page's number and their count, which the program that shows the page fills in. */
  page: readonly [before: string, between: string, after: string]
  /** Between a label and what it labels. */
  colon: string
  /** Between names. */
  comma: string
}

const labels: Readonly<Record<Language, Labels>> = {
  'zh-Hant': {
    caption: '圖片說明',
    credit: '署名',
    creators: '攝影者',
    noCaption: '（無圖片說明）',
    noHeadline: '（無標題）',
    printedCaption: '見報說明',
    headline: '標題',
    keywords: '關鍵詞',
    place: '地點',
    takenAt: '拍攝時間',
    number: '序號',
    picture: '圖',
    file: '檔名',
    original: '原檔名',
    contactSheet: '縮圖目錄',
    pictureNumber: (seq) => `圖 ${seq}`,
    page: ['第 ', ' 頁，共 ', ' 頁'],
    colon: '：',
    comma: '、',
  },
  'zh-Hans': {
    caption: '图片说明',
    credit: '署名',
    creators: '摄影者',
    noCaption: '（无图片说明）',
    noHeadline: '（无标题）',
    printedCaption: '见报说明',
    headline: '标题',
    keywords: '关键词',
    place: '地点',
    takenAt: '拍摄时间',
    number: '序号',
    picture: '图',
    file: '文件名',
    original: '原文件名',
    contactSheet: '缩略图目录',
    pictureNumber: (seq) => `图 ${seq}`,
    page: ['第 ', ' 页，共 ', ' 页'],
    colon: '：',
    comma: '、',
  },
  en: {
    caption: 'Caption',
    credit: 'Credit',
    creators: 'Photographer',
    noCaption: '(no caption)',
    noHeadline: '(no headline)',
    printedCaption: 'Printed caption',
    headline: 'Headline',
    keywords: 'Keywords',
    place: 'Place',
    takenAt: 'Taken',
    number: 'No.',
    picture: 'Photo',
    file: 'File',
    original: 'Original',
    contactSheet: 'Contact sheet',
    pictureNumber: (seq) => `Photo ${seq}`,
    page: ['Page ', ' of ', ''],
    colon: ': ',
    comma: ', ',
  },
}

export function labelsIn(language: Language): Labels {
  return labels[language]
}
