import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command } from 'commander'
import { type Article, CutlineError } from '#contract'
import { nonEmpty } from '../arguments.js'
import type { Answer, Desk } from '../desk.js'
import { jsonOption } from '../json-option.js'
import { counted } from '../text.js'

/** More than any article; what is larger is something else. */
const largest = 200 * 1024 * 1024

export function addArticle(program: Command, desk: Desk): void {
  const article = program.command('article').description('read articles as reporters hand them in; needs no archive')
  article
    .command('read')
    .description('take an article apart: headline, who wrote it, body, captions with their credits')
    .argument('<file>', '.txt (UTF-8, GB18030, Big5), .docx or .html', nonEmpty)
    .addOption(jsonOption())
    .action((file: string, options: { json?: boolean }) => desk.answer(options, () => read(path.resolve(file))))
}

async function read(file: string): Promise<Answer> {
  const [{ decodeArticle }, { readArticle }] = await Promise.all([
    import('../../engine/captions/article/decode-article.js'),
    import('../../engine/captions/article/read-article.js'),
  ])
  const document = readArticle(await decodeArticle(await bytesOf(file), path.basename(file)))
  return { document, text: forPeople(document), ok: true }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(file)
    if (bytes.length <= largest) return bytes
  } catch (error) {
    throw new CutlineError('invalid-input', `The article ${file} cannot be read.`, { cause: String(error) })
  }
  throw new CutlineError('invalid-input', `The article ${file} is larger than any article.`)
}

function forPeople({ headline, reporters, correspondents, text, captions, repairs, suspects }: Article): string {
  return [
    ...(headline === '' ? [] : [headline]),
    ...(reporters.length === 0 ? [] : [`Reporters: ${reporters.join('、')}`]),
    ...(correspondents.length === 0 ? [] : [`Correspondents: ${correspondents.join('、')}`]),
    '',
    text,
    '',
    ...captions.map(({ caption, credit }, at) => `${at + 1}. ${caption} [${credit.line}]`),
    `${counted(captions.length, 'caption')}, ${counted(repairs.length, 'repair')}, ${counted(suspects.length, 'suspect')}.`,
    ...suspects.map(({ at, text: damage }) => `  doubtful at ${at}: ${damage}`),
  ].join('\n')
}
