/** What the commands of a checkout have to say goes to standard error: standard output belongs to what was asked for. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** A failure that one sentence explains: no stack trace would help. */
export class PlainFailure extends Error {}

/** Runs a command of the checkout: its answer is the exit code, and a failure is told in a sentence where there is one. */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command()
  } catch (error) {
    say(error instanceof PlainFailure ? error.message : String(error instanceof Error ? error.stack : error))
    process.exitCode = 1
  }
}
