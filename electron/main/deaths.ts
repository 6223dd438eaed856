/** Counts deaths within a span of time, to tell bad luck from something that will not get better by trying again. */
export class Deaths {
  private times: number[] = []

  /** `most` deaths within `span` milliseconds are too many. */
  constructor(
    private readonly most: number,
    private readonly span: number,
  ) {}

  /** Notes a death at `now` (milliseconds). Answers how many there were within the span, or null when that is too many. */
  add(now: number): number | null {
    this.times = [...this.times.filter((time) => now - time < this.span), now]
    return this.times.length >= this.most ? null : this.times.length
  }
}
