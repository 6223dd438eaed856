import { Worker } from 'node:worker_threads'
import { CutlineError } from '#contract'
import type { Neighbours, TwinsAnswer, TwinsTask } from './messages.js'

/** What is searched: photos' likenesses by their places, and what tells them apart besides. See `TwinsTask`. */
export interface Searched {
  words: Uint32Array
  seconds: Int16Array
  apart: Uint32Array
}

/** Searches for near duplicates in a worker thread, which starts when it is first needed. */
export class Searcher {
  private worker: Worker | null = null
  private last = 0
  private readonly waiting = new Map<number, { resolve: (answer: TwinsAnswer) => void }>()

  /** `script`: the built twins-worker. */
  constructor(private readonly script: string) {}

  /** Places of near duplicates, group by group. */
  async groups(searched: Searched, distance: number): Promise<number[][]> {
    const answer = await this.send({ ...searched, distance, id: (this.last += 1), kind: 'groups' })
    return answer.ok && 'groups' in answer ? answer.groups : []
  }

  /** The near ones of some places, each with those nearest first. */
  async near(searched: Searched, places: readonly number[], distance: number): Promise<Neighbours[]> {
    const task = {
      ...searched,
      distance,
      id: (this.last += 1),
      kind: 'near',
      places: Uint32Array.from(places),
    } as const
    const answer = await this.send(task)
    return answer.ok && 'near' in answer ? answer.near : []
  }

  async close(): Promise<void> {
    await this.worker?.terminate()
  }

  private async send(task: TwinsTask): Promise<TwinsAnswer> {
    const worker = (this.worker ??= this.start())
    worker.ref()
    const answer = await new Promise<TwinsAnswer>((resolve) => {
      this.waiting.set(task.id, { resolve })
      worker.postMessage(task)
    })
    if (!answer.ok) throw new CutlineError('internal', `Searching for similar photos failed: ${answer.message}`)
    return answer
  }

  private start(): Worker {
    const worker = new Worker(this.script)
    worker.on('message', (answer: TwinsAnswer) => {
      this.settle(answer)
      // An idle thread must not keep the process alive.
      if (this.waiting.size === 0) worker.unref()
    })
    worker.on('error', (error) => this.fail(error.message))
    worker.on('exit', () => this.fail('the searching thread ended'))
    return worker
  }

  private fail(message: string): void {
    this.worker = null
    for (const id of [...this.waiting.keys()]) this.settle({ id, ok: false, message })
  }

  private settle(answer: TwinsAnswer): void {
    const waiting = this.waiting.get(answer.id)
    this.waiting.delete(answer.id)
    waiting?.resolve(answer)
  }
}
