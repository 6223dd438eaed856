import { readFile } from 'node:fs/promises'
import { buffer as readAll } from 'node:stream/consumers'
import type { Command } from 'commander'
import { CutlineError, StoryFieldChanges } from '#contract'

/** A story's fields, as they came from the command line. */
export interface StoryFieldWords {
  headline?: string
  slug?: string
  byline?: string
  text?: string
  status?: string
  textFile?: string
}

export function storyFieldOptions(command: Command): Command {
  return command
    .option('--headline <text>', 'the article’s headline')
    .option('--slug <name>', 'its short name, used in file names; default: made from the headline')
    .option('--byline <text>', 'who wrote it')
    .option('--status <status>', 'how far it has come: draft, ready or published')
    .option('--text <text>', 'the article; an empty line separates paragraphs')
    .option('--text-file <file>', 'read the article from a UTF-8 text file, or from standard input (-)')
}

/** Reads the options as a change. Rejects with `invalid-input` or, for the text's file, `file-unreadable`. */
export async function storyFields(
  { textFile, ...words }: StoryFieldWords,
  { atLeastOne = false } = {},
): Promise<StoryFieldChanges> {
  if (textFile !== undefined && words.text !== undefined) {
    throw new CutlineError('invalid-input', 'Give the article with --text or with --text-file, not with both.')
  }
  const parsed = StoryFieldChanges.safeParse(
    textFile === undefined ? words : { ...words, text: await readText(textFile) },
  )
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new CutlineError('invalid-input', `--${String(issue?.path[0])}: ${issue?.message ?? 'it is malformed'}`)
  }
  if (atLeastOne && Object.keys(parsed.data).length === 0) {
    throw new CutlineError(
      'invalid-input',
      'There is nothing to change: give --headline, --slug, --byline, --status or --text.',
    )
  }
  return parsed.data
}

/** The file's text: UTF-8 with or without a byte order mark, any line ends. */
async function readText(file: string): Promise<string> {
  try {
    const text = decoded(file === '-' ? await readAll(process.stdin) : await readFile(file))
    return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CutlineError('file-unreadable', `The article in ${file} cannot be read: ${reason}`, { file })
  }
}

/** Throws for bytes that are no UTF-8, which would turn a Big5 or GBK article into noise without a word. */
function decoded(bytes: Buffer): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}
