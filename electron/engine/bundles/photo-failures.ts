import { CutlineError, type ErrorCode, type Failure, type Story } from '#contract'
import type { Job } from '../jobs/job.js'

/** What ends the whole export at once, because it would strike every photo alike. */
const fatal: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'cancelled',
  'disk-full',
  'destination-unwritable',
  'engine-stopped',
  'internal',
])

/** Collects every photo that cannot be exported, so that a refusal names them all at once. */
export class PhotoFailures {
  private readonly failed: Failure[] = []

  constructor(private readonly job: Job) {}

  add(file: string, error: CutlineError): void {
    const failure = { file, code: error.code, message: error.message }
    this.failed.push(failure)
    this.job.fail(failure)
  }

  /** Does work for one photo; answers null where that photo failed. Rejects with what is no fault of the photo. */
  async during<T>(file: string, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof CutlineError) || fatal.has(error.code)) throw error
      this.add(file, error)
      return null
    }
  }

  /** Throws where any photo failed: a bundle that silently lacks a picture is worse than none. */
  refuse(story: Story): void {
    const [first] = this.failed
    if (!first) return
    const others = this.failed.length === 1 ? '' : ` (${this.failed.length} photos in all)`
    throw new CutlineError(
      first.code,
      `The story was not exported and nothing was written, because ${first.file} cannot be used${others}: ${first.message}`,
      { storyId: story.id, failed: this.failed },
    )
  }
}
