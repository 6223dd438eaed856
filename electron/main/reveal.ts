import path from 'node:path'
import { shell } from 'electron'
import { type AnyEvent, CutlineError, type ParsedInput } from '#contract'
import type { EngineProcess } from './engine-process.js'
import type { OpenArchive } from './open-archive.js'

/** Shows things in the system's file manager: only such as the shell has learned of from the engine, never a page's path. */
export class Reveal {
  /** Where exports of this session went, by job. */
  private readonly exports = new Map<string, string>()

  constructor(
    private readonly engine: EngineProcess,
    private readonly archive: OpenArchive,
  ) {}

  follow({ event, payload }: AnyEvent): void {
    if (event === 'job.finished' && payload.kind === 'export' && !payload.cancelled) {
      this.exports.set(payload.jobId, payload.result.destination)
    }
  }

  /** Rejects with `no-archive`, `photo-not-found` or `job-not-found`. */
  async show({ what, id }: ParsedInput<'shell.reveal'>): Promise<void> {
    shell.showItemInFolder(await this.find(what, id))
  }

  private async find(what: 'export' | 'original' | 'archive', id: string): Promise<string> {
    if (what === 'export') {
      const destination = this.exports.get(id)
      if (destination === undefined) throw new CutlineError('job-not-found', `No export ${id} was made here.`, { id })
      return destination
    }
    const folder = this.archive.info?.folder
    if (folder === undefined) throw new CutlineError('no-archive', 'No archive is open.')
    if (what === 'archive') return path.join(folder, 'archive.json')
    const [photo] = (await this.engine.call('photos.get', { ids: [id] })).photos
    if (!photo) throw new CutlineError('photo-not-found', `There is no photo ${id}.`, { id })
    return path.join(folder, ...photo.path.split('/'))
  }
}
