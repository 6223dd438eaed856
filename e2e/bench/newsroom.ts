import { emptyPhoto, type Photo } from '../../electron/contract/index.js'

/** A newsroom's archive as it grows: deterministic, so that every run finds the same. */

const surnames = Array.from(
  '陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴方宋范鄧杜傅侯曹薛丁卓馬阮董唐温藍蔣石古紀姚連歐馮程湯康姜汪白田涂鄒尤巫阮龔嚴袁',
)
const given = Array.from(
  '志明淑芬家豪美玲俊宏雅婷建宏怡君承恩佳穎冠宇詩涵柏翰欣怡宗翰心怡彥廷郁婷子軒品妤宇翔芷晴晨曦曉汀若水望舒思遠景行安之逸雲懷瑾一鳴致遠文博浩然天佑沛然宛如',
)
const districts = [
  '鷺灣',
  '北堤',
  '舊街',
  '內港',
  '東墟',
  '沙洲',
  '竹圍',
  '石門',
  '南澳',
  '青埔',
  '海濱',
  '榕樹頭',
  '水門',
  '新田',
  '西嶺',
  '大圳',
  '馬場',
  '後壟',
  '龍眼林',
  '瓦窯',
]
const sites = [
  '碼頭',
  '夜市',
  '圖書館',
  '文化中心',
  '體育館',
  '市政廳',
  '第一小學',
  '中學',
  '醫院',
  '公園',
  '車站',
  '法院',
  '漁港',
  '古厝',
  '消防局',
  '大橋',
  '運動場',
  '天后宮',
  '教堂',
  '科技園',
]
const events = [
  '龍舟賽',
  '燈會',
  '記者會',
  '開幕典禮',
  '路跑',
  '義賣',
  '颱風過後清理',
  '選舉造勢',
  '頒獎典禮',
  '畢業典禮',
  '棒球賽',
  '音樂節',
  '防災演習',
  '動土典禮',
  '展覽',
  '座談會',
  '遊行',
  '廟會',
  '捐血活動',
  '論壇',
]
const actions = [
  '致詞',
  '剪綵',
  '衝線',
  '與居民交談',
  '接受訪問',
  '頒發獎座',
  '查看災情',
  '揮手致意',
  '合影',
  '示範操作',
  '領取證書',
  '參觀展品',
  '發言',
  '簽名',
  '搬運物資',
  '登台演出',
  '擊鼓',
  '放飛氣球',
  '鞠躬致謝',
  '擁抱家人',
]
const organisations = [
  '鷺灣日報',
  '新灣社',
  '市府新聞處',
  '鷺灣大學',
  '萬鼎集團',
  '海港文化基金會',
  '消防局',
  '體育總會',
  '婦女協會',
  '天后宮管委會',
  '教育局',
  '漁會',
]
const cameras = ['Canon EOS R5', 'NIKON Z 9', 'SONY ILCE-1', 'FUJIFILM X-T5', 'Apple iPhone 15 Pro', 'HUAWEI P60 Pro']
const keywords = [
  '體育',
  '政治',
  '教育',
  '文化',
  '社會',
  '財經',
  '環境',
  '交通',
  '醫療',
  '科技',
  '宗教',
  '節慶',
  '災害',
  '人物',
  '都市',
  '藝術',
  '美食',
  '旅遊',
  '法庭',
  '選舉',
  'sports',
  'politics',
  'festival',
  'harbour',
  'portrait',
]
const englishSubjects = [
  'Volunteers',
  'Residents',
  'Students',
  'Firefighters',
  'Rowers',
  'Fishermen',
  'Officials',
  'Dancers',
]
const englishActions = ['celebrate', 'clean up', 'gather', 'compete', 'line up', 'perform', 'protest', 'rest']

/** Whole numbers from a seed, evenly spread (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The first of a list far more often than the last, as names and places occur. */
function often<T>(list: readonly T[], next: () => number): T {
  // The list is never empty.
  return list[Math.floor(list.length * next() ** 2)] as T
}

/** Several thousand names, some of them in the news all the time. */
function person(next: () => number): string {
  const number = Math.floor(6_000 * next() ** 3)
  const own = random(number * 7919 + 13)
  const middle = own() < 0.85 ? often(given, own) : ''
  return often(surnames, own) + middle + often(given, own)
}

const start = Date.UTC(2006, 0, 1)

/** The photo with this number, from 0; later numbers came in later. `total` spreads them over twenty years. */
export function newsPhoto(number: number, total: number): Photo {
  const next = random(number + 1)
  const moment = start + Math.floor((number / total) * 20 * 365.25 * 24 * 60) * 60_000
  const taken = new Date(moment - Math.floor(next() * 3 * 24 * 60) * 60_000).toISOString().slice(0, 19)
  const [month, day] = [Number(taken.slice(5, 7)), Number(taken.slice(8, 10))]
  const people = Array.from({ length: Math.floor(next() * 3.4) }, () => person(next))
  const place = often(districts, next) + often(sites, next)
  const event = often(events, next)
  const reporter = person(random(Math.floor(next() * 60) + 5))
  const isEnglish = next() < 0.12
  const chinese = `${month}月${day}日，${people.length > 0 ? people.join('、') : '市民'}在${place}${event}${often(actions, next)}，${often(organisations, next)}${next() < 0.5 ? '主辦' : '協辦'}，約${10 + Math.floor(next() * 900)}人參加。`
  const english = `${often(englishSubjects, next)} ${often(englishActions, next)} at the Luwan ${event === '龍舟賽' ? 'dragon boat race' : 'harbour'} on ${taken.slice(0, 10)}.`
  const kind = next()
  const credit =
    kind < 0.45
      ? `通訊員 ${reporter} 供圖`
      : kind < 0.75
        ? `本報記者 ${reporter} 攝`
        : kind < 0.9
          ? `${often(organisations, next)}供圖`
          : ''
  const name = `DSC_${String(number % 10_000).padStart(4, '0')}.JPG`
  const digits = number.toString(16).padStart(8, '0')
  const isUpright = next() < 0.25
  return {
    ...emptyPhoto,
    id: idOf(moment, number),
    file: name,
    path: `originals/${taken.slice(0, 4)}/${taken.slice(0, 10)}/${digits}-${name}`,
    sha256: digits.repeat(8),
    bytes: 3_000_000 + number,
    format: next() < 0.9 ? 'jpeg' : 'raw',
    width: isUpright ? 4000 : 6000,
    height: isUpright ? 6000 : 4000,
    importedAt: new Date(moment).toISOString(),
    batch: `batch-${Math.floor(number / 400)}`,
    camera: often(cameras, next),
    caption: next() < 0.06 ? '' : isEnglish ? english : chinese,
    headline: next() < 0.4 ? `${place}${event}` : '',
    credit,
    creators: credit.includes('攝') ? [reporter] : [],
    people,
    keywords: Array.from({ length: 1 + Math.floor(next() * 3) }, () => often(keywords, next)),
    place,
    city: '鷺灣市',
    takenAt: next() < 0.02 ? null : taken,
    rating: next() < 0.2 ? 1 + Math.floor(next() * 5) : null,
    label: next() < 0.08 ? often(['Red', 'Yellow', 'Green', 'Blue', 'Purple'], next) : '',
    flag: next() < 0.05 ? 'pick' : '',
    doNotUse: next() < 0.004 ? '當事人要求' : '',
    embargo: next() < 0.002 ? '2030-01-01' : null,
    expires: next() < 0.004 ? '2020-01-01' : null,
  }
}

/** A UUIDv7 (RFC 9562, 5.7) whose last digits are the number. */
function idOf(moment: number, number: number): string {
  const time = moment.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** Queries as they are typed in a newsroom, of 1 to 6 characters, and with filters; each but once. */
export function newsQueries(count: number): string[] {
  const next = random(20261125)
  const simplified: Readonly<Record<string, string>> = {
    龍舟: '龙舟',
    體育: '体育',
    圖書: '图书',
    記者會: '记者会',
    燈會: '灯会',
  }
  const make: (() => string)[] = [
    () => person(next),
    () => person(next).slice(0, 2),
    () => often(events, next),
    () => often(events, next).slice(0, 2),
    () => often(districts, next) + often(sites, next).slice(0, 2),
    () => often(districts, next),
    () => often(sites, next),
    () => often(surnames, next),
    () => often(Object.values(simplified), next),
    () => often(['dragon', 'res', 'harb', 'row', 'fire'], next),
    () => often(['wanding', 'wd', 'luwan', 'beidi'], next),
    () => `${often(districts, next)} ${often(events, next)}`,
    () => `credit:通訊員 ${often(events, next)}`,
    () => `${person(next).slice(0, 2)} after:2020`,
    () => `${often(sites, next)} -used rating:>=3`,
    () => `place:${often(districts, next)} ${often(actions, next).slice(0, 2)}`,
    () => `${1 + Math.floor(next() * 12)}月${1 + Math.floor(next() * 28)}日`,
    () => `person:${person(next)}`,
  ]
  // No query twice: the second time it would be answered out of memory.
  const queries = new Set<string>()
  for (let at = 0; queries.size < count; at += 1) queries.add((make[at % make.length] ?? (() => ''))())
  return [...queries]
}
