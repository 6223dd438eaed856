import type { English, Texts } from './feature-texts.js'

const zhHant = {
  menu: '挑選',
  changed_other: '已標記 {{count}} 張照片，可以復原。',
  flag_pick: '選用',
  flag_reject: '淘汰',
  flag_none: '取消選用或淘汰',
  stars_other: '{{count}} 星',
  noStars: '不評星級',
  label_Red: '紅色標籤',
  label_Yellow: '黃色標籤',
  label_Green: '綠色標籤',
  label_Blue: '藍色標籤',
  label_Purple: '紫色標籤',
  noLabel: '取消色標',
  advanceOn: '✓ 標記後跳到下一張',
  advanceOff: '標記後跳到下一張',
}

const zhHans: Texts<typeof zhHant> = {
  menu: '挑选',
  changed_other: '已标记 {{count}} 张照片，可以撤销。',
  flag_pick: '选用',
  flag_reject: '淘汰',
  flag_none: '取消选用或淘汰',
  stars_other: '{{count}} 星',
  noStars: '不评星级',
  label_Red: '红色标签',
  label_Yellow: '黄色标签',
  label_Green: '绿色标签',
  label_Blue: '蓝色标签',
  label_Purple: '紫色标签',
  noLabel: '取消色标',
  advanceOn: '✓ 标记后跳到下一张',
  advanceOff: '标记后跳到下一张',
}

const en: English<typeof zhHant> = {
  menu: 'Cull',
  changed_one: '{{count}} photo marked; Undo takes it back.',
  changed_other: '{{count}} photos marked; Undo takes it back.',
  flag_pick: 'Pick',
  flag_reject: 'Reject',
  flag_none: 'Neither picked nor rejected',
  stars_one: '{{count}} star',
  stars_other: '{{count}} stars',
  noStars: 'No stars',
  label_Red: 'Red label',
  label_Yellow: 'Yellow label',
  label_Green: 'Green label',
  label_Blue: 'Blue label',
  label_Purple: 'Purple label',
  noLabel: 'No label',
  advanceOn: '✓ Go on to the next photo',
  advanceOff: 'Go on to the next photo',
}

export const cullingTexts = { 'zh-Hant': zhHant, 'zh-Hans': zhHans, en }
