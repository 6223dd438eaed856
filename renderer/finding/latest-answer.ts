/**
 * Asks one question at a time, the newest: while an answer is on its way only the last question put since waits, and answers
 * to questions that are no longer the newest are dropped. Failures are silent; the next question is asked as if nothing had
 * happened.
 */
export class LatestAnswer<Question, Answer> {
  #newest: { readonly question: Question } | null = null
  #isUnderway = false
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly ask: (question: Question) => Promise<Answer>,
    private readonly tell: (answer: Answer, question: Question) => void,
  ) {}

  /** Asks this after so many milliseconds without another question. */
  put(question: Question, pause: number): void {
    const newest = { question }
    this.#newest = newest
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#go(), pause)
  }

  /** Wants no answer any more. */
  stop(): void {
    this.#newest = null
    clearTimeout(this.#timer)
  }

  async #go(): Promise<void> {
    if (this.#isUnderway) return
    this.#isUnderway = true
    for (let asked = this.#newest; asked !== null;) {
      const { question } = asked
      try {
        const answer = await this.ask(question)
        if (this.#newest === asked) this.tell(answer, question)
      } catch {
        // Whoever lists the photos tells what is wrong with the archive.
      }
      asked = this.#newest === asked ? null : this.#newest
    }
    this.#isUnderway = false
  }
}
