import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { z } from 'zod'
import type { Desk } from '../desk.js'

const Question = z.object({ text: z.string().max(1_000_000) })

export function addCaptions(program: Command, desk: Desk): void {
  const captions = program.command('captions').description('read captions as they were printed; needs no archive')
  captions
    .command('parse')
    .description(
      'part caption and credit: reads JSON lines {"text"} from standard input, answers each with {"caption", "credit"}',
    )
    .option('--json', 'accepted for likeness; the answers are JSON lines in any case')
    .action(async () => {
      const { splitCaption } = await import('../../engine/captions/credits/split-caption.js')
      let number = 0
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
        number++
        if (line.trim() === '') continue
        const question = read(line)
        if (question === null) {
          // The answers stay in step with the questions; what cannot be read is answered by saying so.
          desk.exitCode = 1
          const message = `Line ${number} is no JSON object with a "text".`
          await desk.terminal.out(`${JSON.stringify({ error: { code: 'invalid-input', message } })}\n`)
        } else await desk.terminal.out(`${JSON.stringify(splitCaption(question.text))}\n`)
      }
    })
}

function read(line: string): z.infer<typeof Question> | null {
  try {
    // A byte order mark may begin what another program wrote.
    return Question.parse(JSON.parse(line.replace(/^\uFEFF/u, '')))
  } catch {
    return null
  }
}
