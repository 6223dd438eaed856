import { cut, foldText, trim } from '../credits/folded-text.js'
import { readChunks } from '../credits/read-credit.js'
import { places } from '../credits/vocabulary.js'

export interface Byline {
  reporters: string[]
  correspondents: string[]
}

/** `荊楚網訊(記者田城 通訊員柯陽)…`, `新华社北京8月2日电（记者 李明）`, `【記者陳裕光／台北報導】`, `（中央社記者王飛華台北1日電）`. */
const dateline = /^[【(]?[^。!?]{0,40}?[(【]([^()【】]*(?:记者|通讯员|特派员|实习生)[^()【】]*)[)】]/u
const leading = /^[【(]([^()【】。]*(?:记者|通讯员)[^()【】。]*)[)】]/u
/** A line that names people and nothing else. */
const line =
  /^(?:文\/?图|图\/?文|作者|撰文|文)?[ ]*[:/]?[ ]*((?:(?:本报|本刊|本台)?\S{0,12}?(?:记者|通讯员|实习生))[ :/]*\S.{0,60})$/u

/** Who wrote, as a dateline at the paragraph's beginning or a byline on a line of its own says; null where it names nobody. */
export function readByline(paragraph: string): Byline | null {
  const { raw, folded } = trim(foldText(paragraph))
  for (const pattern of [leading, dateline, line]) {
    const found = pattern.exec(folded)
    const inner = found?.[1]
    if (found === null || inner === undefined) continue
    const at = folded.indexOf(inner)
    const byline = readPeople(raw.slice(at, at + inner.length), pattern === line)
    if (byline !== null) return byline
  }
  return null
}

const ending = new RegExp(
  ` ?(?:(?:综合|专题)?(?:报道|报导)|摄影报道|摄影报导|图文报道|(?:${places}|\\S{2})(?:\\d{1,2}月)?\\d{1,2}日[电讯]|${places}?[电讯])$`,
  'u',
)

/** The people of a byline are written as those of a credit are, but for the verb. */
function readPeople(inner: string, alone: boolean): Byline | null {
  const text = foldText(inner.replace(/[／/].*$/u, ''))
  const end = ending.exec(text.folded)?.index ?? text.raw.length
  if (alone && /[。!?]|\d/u.test(text.folded)) return null
  const people = cut(text, 0, end)
  const parts = readChunks(foldText(`${people.raw.trim()} 摄`), 'name')
  if (parts === null) return null
  const of = (role: RegExp) =>
    parts.filter(({ role: each }) => role.test(foldText(each ?? '').folded)).flatMap(({ names }) => names)
  const byline = { reporters: of(/记者|实习|特派/u), correspondents: of(/通讯员|通联员/u) }
  return byline.reporters.length + byline.correspondents.length > 0 ? byline : null
}
