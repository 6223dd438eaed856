import type { English, Texts } from './feature-texts.js'

const zhHant = {
  'mark_do-not-use': '禁用',
  mark_expired: '過期',
  mark_embargoed: '未解禁',
  mark_sensitive: '敏感',
  'why_do-not-use': '不得使用：{{words}}',
  why_expired: '使用期限到 {{words}} 為止，已經過期',
  why_embargoed: '{{words}} 以前不得發表',
  why_sensitive: '敏感內容：{{words}}',
}

const zhHans: Texts<typeof zhHant> = {
  'mark_do-not-use': '禁用',
  mark_expired: '过期',
  mark_embargoed: '未解禁',
  mark_sensitive: '敏感',
  'why_do-not-use': '不得使用：{{words}}',
  why_expired: '使用期限到 {{words}} 为止，已经过期',
  why_embargoed: '{{words}} 以前不得发表',
  why_sensitive: '敏感内容：{{words}}',
}

const en: English<typeof zhHant> = {
  'mark_do-not-use': 'Do not use',
  mark_expired: 'Expired',
  mark_embargoed: 'Embargo',
  mark_sensitive: 'Sensitive',
  'why_do-not-use': 'Not to be used: {{words}}',
  why_expired: 'It may be used until {{words}}, which is past',
  why_embargoed: 'Not to be published before {{words}}',
  why_sensitive: 'Sensitive: {{words}}',
}

export const rightsTexts = { 'zh-Hant': zhHant, 'zh-Hans': zhHans, en }
