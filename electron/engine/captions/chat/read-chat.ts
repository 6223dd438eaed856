/** One message of a chat. */
export interface ChatMessage {
  /** Local time as the export gives it, `2026-11-02T14:03:05`; null where the export gives none. */
  at: string | null
  sender: string
  /** What was written, without the mention of files. */
  text: string
  /** Files that it names. */
  files: string[]
  /** Pictures that it shows without naming them: `[照片]`. */
  pictures: number
}

type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** Marks that chat programs put in for the direction of writing. */
const invisible = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu

const time = String.raw`(?:(上午|下午|凌晨|早上|中午|晚上|[ap]\.?\s?m\.?)\s*)?(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?(?:\s*([ap]\.?\s?m\.?))?`
const date = String.raw`(\d{1,4})\s*[./年-]\s*(\d{1,2})\s*[./月-]\s*(\d{1,4})日?`
/** WhatsApp: `[2/11/2026, 14:03:05] 柯陽: …` on an iPhone, `2/11/2026, 14:03 - 柯陽: …` on Android. */
const whatsApp = new RegExp(String.raw`^\[?${date}[,，]?\s*${time}\]?\s*(?:[-–]\s*)?([^:：]{1,60}?)[:：]\s?(.*)$`, 'iu')
/** The same without a sender: what the program itself says. */
const notice = new RegExp(String.raw`^\[?${date}[,，]?\s*${time}\]?\s*(?:[-–]\s+)?[^:：]*$`, 'iu')
/** WeChat, copied or exported: `柯陽 2026-11-02 14:03:05`, or `2026年11月2日 14:03 柯陽`, then what was said on the next lines. */
const weChat = new RegExp(String.raw`^(\S.{0,40}?)[:：]?\s+${date}\s+${time}$`, 'iu')
/** LINE: a day on a line of its own, then `14:03<tab>柯陽<tab>…`. */
const lineDay = new RegExp(
  String.raw`^${date}\s*[(（]?\s*(?:星期|週|周|[a-z]{3})?\s*[一二三四五六日天]?\s*[)）]?$`,
  'iu',
)
const lineMessage = new RegExp(String.raw`^${time}\t([^\t]{1,60})\t(.*)$`, 'iu')

const fileName = String.raw`[^\s<>[\]()（）:：*?"|/\\][^<>[\]:：*?"|/\\\n]*?\.(?:jpe?g|png|webp|gif|heic|heif|tiff?|mp4|mov|pdf|docx)`
/** `<attached: 00000012-PHOTO.jpg>`, `<附件：…>`, `IMG-20261102-WA0001.jpg (檔案附件)`; a bare name at a message's beginning. */
const mentions = [
  new RegExp(String.raw`[<＜](?:attached|附件|已附加|附加檔案|附加文件)\s*[:：]\s*(${fileName})[>＞]`, 'giu'),
  new RegExp(
    String.raw`(${fileName})\s*[(（](?:file attached|檔案附件|附件檔案|文件附件|附件|已附加檔案|已附加文件)[)）]`,
    'giu',
  ),
  new RegExp(String.raw`^(${fileName})$`, 'gimu'),
]
const unnamedPicture =
  /[[［【](?:照片|圖片|图片|相片|Photo|Image|Picture)[\]］】]|^(?:照片|圖片|图片|傳送了圖片|Photo)$/gimu

/**
 * Reads the text that a chat program exports: WhatsApp's `_chat.txt` of either system, LINE's, and WeChat's messages as they are copied
 * or exported by common tools. Answers null for a text that is no chat.
 */
export function readChat(text: string): ChatMessage[] | null {
  const lines = text
    .replace(invisible, '')
    .replace(/[\u202f\u00a0]/gu, ' ')
    .split(/\r\n?|\n/)
  const order = dateOrder(lines)
  const messages: ChatMessage[] = []
  let day: string | null = null
  let open: { at: string | null; sender: string; lines: string[] } | null = null
  const close = () => {
    if (open) messages.push(made(open.at, open.sender, open.lines.join('\n')))
    open = null
  }
  for (const line of lines) {
    const start = startOf(line, order, day)
    if (start === null) (open as { lines: string[] } | null)?.lines.push(line)
    else {
      close()
      if ('day' in start) day = start.day
      else if (start.sender !== '') open = { at: start.at, sender: start.sender, lines: [start.text] }
    }
  }
  close()
  // A letter may hold one line that looks like a message; a chat is made of them.
  return messages.length >= 2 || messages.some(({ files }) => files.length > 0) ? messages : null
}

type Start = { day: string } | { at: string | null; sender: string; text: string }

function startOf(line: string, order: DateOrder, day: string | null): Start | null {
  const said = whatsApp.exec(line)
  if (said) {
    const [, a = '', b = '', c = '', before, hour = '', minute = '', second, after, sender = '', text = ''] = said
    const on = dayOf(a, b, c, order)
    if (on) return { at: momentOf(on, before ?? after, hour, minute, second), sender: sender.trim(), text }
  }
  const alone = lineDay.exec(line.trim())
  if (alone) {
    const on = dayOf(alone[1] ?? '', alone[2] ?? '', alone[3] ?? '', order)
    if (on) return { day: on }
  }
  const timed = lineMessage.exec(line)
  if (timed) {
    const [, before, hour = '', minute = '', second, after, sender = '', text = ''] = timed
    return { at: day && momentOf(day, before ?? after, hour, minute, second), sender: sender.trim(), text }
  }
  const headed = weChat.exec(line.trim())
  if (headed) {
    const [, sender = '', a = '', b = '', c = '', before, hour = '', minute = '', second, after] = headed
    const on = dayOf(a, b, c, order)
    if (on) return { at: momentOf(on, before ?? after, hour, minute, second), sender: sender.trim(), text: '' }
  }
  return notice.test(line) ? { at: null, sender: '', text: '' } : null
}

/** Day or month first? The year says, or a number beyond 12; where nothing does, the day, as most of the world writes. */
function dateOrder(lines: readonly string[]): DateOrder {
  for (const line of lines) {
    const found = new RegExp(`^\\[?${date}`, 'u').exec(line)
    if (!found) continue
    if ((found[1] ?? '').length === 4) return 'ymd'
    if (Number(found[1]) > 12) return 'dmy'
    if (Number(found[2]) > 12) return 'mdy'
  }
  return 'dmy'
}

function dayOf(a: string, b: string, c: string, order: DateOrder): string | null {
  const [year, month, day] = a.length === 4 ? [a, b, c] : order === 'mdy' ? [c, a, b] : [c, b, a]
  const full = year.length === 2 ? `20${year}` : year
  if (full.length !== 4 || Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null
  return `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function momentOf(day: string, half: string | undefined, hour: string, minute: string, second = '00'): string {
  const isAfternoon = /^(下午|晚上|p)/iu.test(half ?? '')
  const isMorning = /^(上午|凌晨|早上|a)/iu.test(half ?? '')
  const given = Number(hour)
  const counted = isAfternoon && given < 12 ? given + 12 : isMorning && given === 12 ? 0 : given
  return `${day}T${String(counted).padStart(2, '0')}:${minute}:${second.padStart(2, '0')}`
}

function made(at: string | null, sender: string, raw: string): ChatMessage {
  const files: string[] = []
  let text = raw
  for (const mention of mentions) {
    text = text.replace(mention, (_whole, name: string) => {
      files.push(name.trim())
      return ''
    })
  }
  const pictures = [...text.matchAll(unnamedPicture)].length
  text = text
    .replace(unnamedPicture, '')
    .replace(/\n{2,}/g, '\n')
    .trim()
  return { at, sender, text, files, pictures }
}
