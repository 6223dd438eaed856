import type { CutlineError } from '#contract'

interface Waiting {
  resolve: (output: unknown) => void
  reject: (error: CutlineError) => void
}

/** Requests that have not been answered yet, by number. Answers to unknown numbers are ignored. */
export class OpenRequests {
  private readonly waiting = new Map<number, Waiting>()
  private last = 0

  add(): { id: number; answer: Promise<unknown> } {
    const id = ++this.last
    const answer = new Promise<unknown>((resolve, reject) => this.waiting.set(id, { resolve, reject }))
    return { id, answer }
  }

  resolve(id: number, output: unknown): void {
    this.take(id)?.resolve(output)
  }

  reject(id: number, error: CutlineError): void {
    this.take(id)?.reject(error)
  }

  rejectAll(error: CutlineError): void {
    for (const id of [...this.waiting.keys()]) this.reject(id, error)
  }

  private take(id: number): Waiting | undefined {
    const waiting = this.waiting.get(id)
    this.waiting.delete(id)
    return waiting
  }
}
