import type { Language } from '#contract'

/** What a bundle's documents say besides the story's own words. */
export interface Labels {
  caption: string
  credit: string
  creators: string
  noCaption: string
  noHeadline: string
  /** Stands in for a description of a picture that has none. */
  picture: (seq: number) => string
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
    picture: (seq) => `圖 ${seq}`,
    colon: '：',
    comma: '、',
  },
  'zh-Hans': {
    caption: '图片说明',
    credit: '署名',
    creators: '摄影者',
    noCaption: '（无图片说明）',
    noHeadline: '（无标题）',
    picture: (seq) => `图 ${seq}`,
    colon: '：',
    comma: '、',
  },
  en: {
    caption: 'Caption',
    credit: 'Credit',
    creators: 'Photographer',
    noCaption: '(no caption)',
    noHeadline: '(no headline)',
    picture: (seq) => `Photo ${seq}`,
    colon: ': ',
    comma: ', ',
  },
}

export function labelsIn(language: Language): Labels {
  return labels[language]
}
