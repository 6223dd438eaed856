import {
  type AskShell,
  CutlineError,
  type FromEngine,
  type ShellRequest,
  type ShellRequestInput,
  type ShellRequestOutput,
  shellRequests,
  type ToEngine,
} from '#contract'

type Answer = Extract<ToEngine, { type: 'answer' }>

/** What the engine has asked of its shell and waits for, by number. */
export class ShellLine {
  private readonly waiting = new Map<number, (answer: Answer) => void>()
  private last = 0

  constructor(private readonly send: (message: FromEngine) => void) {}

  /** An answer came. One that nobody waits for any more is ignored. */
  receive(answer: Answer): void {
    this.waiting.get(answer.id)?.(answer)
  }

  readonly ask: AskShell = async <R extends ShellRequest>(
    request: R,
    input: ShellRequestInput<R>,
    signal: AbortSignal,
  ) => {
    const answer = await this.answerTo(request, input, signal)
    if (!answer.ok) throw CutlineError.fromWire(answer.error)
    // The schema of this very request; indexing by a type parameter loses that.
    return shellRequests[request].output.parse(answer.output) as ShellRequestOutput<R>
  }

  private async answerTo(request: ShellRequest, input: unknown, signal: AbortSignal): Promise<Answer> {
    const id = ++this.last
    let stop = (): void => undefined
    try {
      return await new Promise<Answer>((resolve, reject) => {
        stop = () => reject(new CutlineError('cancelled', 'It was cancelled.'))
        if (signal.aborted) {
          stop()
          return
        }
        signal.addEventListener('abort', stop)
        this.waiting.set(id, resolve)
        this.send({ type: 'ask', id, request, input })
      })
    } finally {
      signal.removeEventListener('abort', stop)
      this.waiting.delete(id)
    }
  }
}
