import {
  CutlineError,
  isShellRequest,
  type ShellRequest,
  type ShellRequestInput,
  type ShellRequestOutput,
  shellRequests,
} from '#contract'

/** One answer for each of the engine's requests. */
export type ShellAnswers = { [R in ShellRequest]: (input: ShellRequestInput<R>) => Promise<ShellRequestOutput<R>> }

/** Has a request of the engine answered. Rejects with a CutlineError. */
export async function answerEngine(answers: ShellAnswers, request: string, input: unknown): Promise<unknown> {
  if (!isShellRequest(request)) throw new CutlineError('unknown-command', `The shell knows no request ${request}.`)
  const parsed = shellRequests[request].input.safeParse(input)
  if (!parsed.success) throw new CutlineError('invalid-input', `${request}: ${parsed.error.message}`)
  // The answer and the parsed input belong to the same request, which a lookup by a union of names cannot express.
  const answer = answers[request] as (input: unknown) => Promise<unknown>
  return answer(parsed.data)
}
