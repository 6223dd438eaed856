import type { PictureText } from '../article/picture-captions.js'
import { readCredit, splitCaption } from '../credits/split-caption.js'
import type { ChatMessage } from './read-chat.js'

/** What is said farther from a picture than this is about something else. Milliseconds. */
const reach = 10 * 60 * 1000
/** `好的`, `收到`, `謝謝老師`: shorter than any caption. */
const shortestCaption = 8

/** A picture in its place among what was said. */
interface Shown {
  file: string
  message: number
}

/**
 * Which of a chat's messages are the captions of which files: the text of the same message; else what the same sender wrote right after
 * the pictures, or right before them. Pictures sent together share one text, or take as many as there are of them. `files` are the
 * pictures that came along, in the order of their names; those that the chat does not name are taken in that order.
 */
export function captionsOfChat(messages: readonly ChatMessage[], files: readonly string[]): Map<string, PictureText> {
  const texts = new Map<string, PictureText>()
  const runs = runsOf(messages, place(messages, files))
  const used = new Set<number>()
  for (const run of runs) {
    const own = run.flatMap(({ file, message }) => {
      const text = captionIn(messages[message])
      if (text) used.add(message)
      return text ? [{ file, text }] : []
    })
    for (const { file, text } of own) texts.set(file, text)
    // One text with an album is the album's.
    const [only, ...more] = own
    if (only && more.length === 0) for (const { file } of run) texts.set(file, only.text)
  }
  for (const [at, run] of runs.entries()) {
    if (run.some(({ file }) => texts.has(file))) continue
    const after = textsFrom(messages, run, runs[at + 1], 1, used)
    const near = after.length > 0 ? after : textsFrom(messages, run, runs[at - 1], -1, used)
    for (const [number, { file }] of run.entries()) {
      const text = near.length >= run.length ? near[number] : near[0]
      if (text) texts.set(file, text.caption)
    }
    for (const { message } of near) used.add(message)
  }
  return texts
}

function place(messages: readonly ChatMessage[], files: readonly string[]): Shown[] {
  const named = new Set(messages.flatMap((message) => message.files))
  const unnamed = files.filter((file) => !named.has(file))
  const known = new Set(files)
  const expected = messages.reduce((sum, { pictures }) => sum + pictures, 0)
  // As many as the chat shows, or nobody can say which is which.
  const queue = expected === unnamed.length ? [...unnamed] : []
  return messages.flatMap((each, message) => [
    ...each.files.filter((file) => known.has(file)).map((file) => ({ file, message })),
    ...queue.splice(0, each.pictures).map((file) => ({ file, message })),
  ])
}

/** Pictures that one sender sent one after the other. */
function runsOf(messages: readonly ChatMessage[], shown: readonly Shown[]): Shown[][] {
  const runs: Shown[][] = []
  for (const each of shown) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    const goesOn =
      before !== undefined &&
      each.message - before.message <= 1 &&
      captionIn(messages[before.message]) === null &&
      messages[each.message]?.sender === messages[before.message]?.sender &&
      isNear(messages[before.message], messages[each.message])
    if (last && goesOn) last.push(each)
    else runs.push([each])
  }
  return runs
}

interface Near {
  message: number
  caption: PictureText
}

function textsFrom(
  messages: readonly ChatMessage[],
  run: readonly Shown[],
  next: readonly Shown[] | undefined,
  step: 1 | -1,
  used: ReadonlySet<number>,
): Near[] {
  const edge = (step === 1 ? run.at(-1) : run[0])?.message ?? 0
  const end = (step === 1 ? next?.[0] : next?.at(-1))?.message ?? (step === 1 ? messages.length : -1)
  const near: Near[] = []
  for (let at = edge + step; at !== end && at >= 0 && at < messages.length; at += step) {
    const message = messages[at]
    if (used.has(at) || message?.sender !== messages[edge]?.sender || !isNear(messages[edge], message)) break
    const caption = captionIn(message)
    // A credit sent by itself belongs to the text before it.
    const last = near.at(-1)
    if (message && last && step === 1 && last.caption.credit === '' && readCredit(message.text)) {
      last.caption = { ...last.caption, credit: readCredit(message.text)?.line ?? '' }
    } else if (caption === null) break
    else near.push({ message: at, caption })
  }
  return step === 1 ? near : near.reverse()
}

function isNear(one: ChatMessage | undefined, other: ChatMessage | undefined): boolean {
  if (!one?.at || !other?.at) return true
  return Math.abs(Date.parse(one.at) - Date.parse(other.at)) <= reach
}

function captionIn(message: ChatMessage | undefined): PictureText | null {
  const text = message?.text ?? ''
  if (text.length < shortestCaption || /^https?:\S+$/u.test(text)) return null
  const { caption, credit } = splitCaption(text)
  return caption === '' ? null : { caption: caption.trim(), credit: credit?.line ?? '' }
}
