import type { FacetName } from '#contract'

/** Fields of the query language. */
export type FieldName =
  | 'caption'
  | 'headline'
  | 'file'
  | 'credit'
  | 'creator'
  | 'person'
  | 'place'
  | 'keyword'
  | 'story'
  | 'collection'
  | 'camera'
  | 'label'
  | 'batch'
  | 'on'
  | 'taken'
  | 'after'
  | 'before'
  | 'imported'
  | 'rating'
  | 'length'
  | 'format'
  | 'is'
  | 'missing'

/** What each may be called, the usual name first. */
export const fieldWords: Readonly<Record<FieldName, readonly string[]>> = {
  caption: ['caption', '說明', '说明', '圖說', '图说'],
  headline: ['headline', 'title', '標題', '标题'],
  file: ['file', 'name', '檔名', '文件名', '檔案'],
  credit: ['credit', '署名'],
  creator: ['creator', 'by', '攝影', '摄影', '作者', '攝影者', '摄影者'],
  person: ['person', 'people', '人物'],
  place: ['place', 'city', '地點', '地点'],
  keyword: ['keyword', 'tag', '關鍵字', '关键词', '關鍵詞', '標籤', '标签'],
  story: ['story', '稿件'],
  collection: ['collection', '相集', '圖集', '图集'],
  camera: ['camera', '相機', '相机'],
  label: ['label', 'color', 'colour', '色標', '色标'],
  batch: ['batch', '批次'],
  on: ['on', '日期'],
  taken: ['taken', 'date', '拍攝', '拍摄'],
  after: ['after', 'since', '起', '自'],
  before: ['before', '前'],
  imported: ['imported', '入庫', '入库'],
  rating: ['rating', 'stars', '星級', '星级', '評級', '评级'],
  length: ['length', '說明字數', '说明字数', '字數', '字数'],
  format: ['format', 'type', '格式'],
  is: ['is', '是'],
  missing: ['missing', 'no', '缺'],
}

function turned<T extends string>(words: Readonly<Record<T, readonly string[]>>): Readonly<Record<string, T>> {
  const entries = Object.entries<readonly string[]>(words).flatMap(([name, all]) =>
    all.map((word) => [word, name as T]),
  )
  return Object.fromEntries(entries) as Record<string, T>
}

export const fieldNames = turned(fieldWords)

/** Fields whose values are those of a facet. */
export const facetFields: Readonly<Partial<Record<FieldName, FacetName>>> = {
  credit: 'credit',
  creator: 'creator',
  person: 'person',
  place: 'place',
  keyword: 'keyword',
  story: 'story',
  collection: 'collection',
  camera: 'camera',
  label: 'label',
  batch: 'batch',
}

/** What `is:` asks for. */
export type StateWord =
  | 'used'
  | 'unused'
  | 'pick'
  | 'reject'
  | 'landscape'
  | 'portrait'
  | 'square'
  | 'embargoed'
  | 'expired'
  | 'expiring'
  | 'do-not-use'
  | 'sensitive'
  | 'restricted'
  | 'recompressed'

export const statesInWords: Readonly<Record<StateWord, readonly string[]>> = {
  used: ['used', '已用'],
  unused: ['unused', '未用'],
  pick: ['pick', 'picked', '選用', '选用'],
  reject: ['reject', 'rejected', '淘汰'],
  landscape: ['landscape', '橫', '横'],
  portrait: ['portrait', '直', '竖', '豎'],
  square: ['square', '方'],
  embargoed: ['embargoed', '未解禁'],
  expired: ['expired', '過期', '过期'],
  expiring: ['expiring', '將到期', '将到期'],
  'do-not-use': ['do-not-use', '禁用'],
  sensitive: ['sensitive', '敏感'],
  restricted: ['restricted', '受限'],
  recompressed: ['recompressed', '壓縮', '压缩'],
}
export const stateWords = turned(statesInWords)
