import { mkdir } from 'node:fs/promises'
import type { BundlePlan, BundleTaken, CommandInput, Photo } from '#contract'
import type { Engine } from './engine.js'
import { type EngineForTests, engineForTests, writePhoto } from './engine-for-tests.js'

/** A desk with an archive of its own, real engine and real files, that sends bundles and takes them. */
export class Desk {
  private bundles = 0

  private constructor(private readonly own: EngineForTests) {}

  /** With an empty archive of this name. */
  static async open(name: string): Promise<Desk> {
    const desk = new Desk(await engineForTests())
    await desk.own.engine.invoke('archive.create', { folder: desk.at('圖庫'), name })
    return desk
  }

  get engine(): Engine {
    return this.own.engine
  }

  at(...names: string[]): string {
    return this.own.at(...names)
  }

  finished: EngineForTests['finished'] = (kind, jobId) => this.own.finished(kind, jobId)

  /** Closes the archive and makes another, empty one. */
  async anew(name: string): Promise<void> {
    await this.engine.invoke('archive.close', {})
    await this.engine.invoke('archive.create', { folder: this.at(name), name })
  }

  /** Imports so many photos that no other desk has. Answers their ids, by file name. */
  async photos(count: number, storyId?: string): Promise<string[]> {
    await mkdir(this.at('卡'), { recursive: true })
    for (let number = 1; number <= count; number += 1) await writePhoto(this.at('卡', `IMG_${number}.jpg`), number)
    const { jobId } = await this.engine.invoke('import.start', {
      paths: [this.at('卡')],
      ...(storyId === undefined ? {} : { storyId }),
    })
    return (await this.finished('import', jobId)).result.imported.map(({ id }) => id)
  }

  async edit(id: string, set: CommandInput<'photos.edit'>['set']): Promise<void> {
    await this.engine.invoke('photos.edit', { ids: [id], set })
  }

  /** Exports a story with everything, each time to a folder of its own. Answers where the bundle lies. */
  async exported(storyId: string, asked: Partial<CommandInput<'export.start'>> = {}): Promise<string> {
    this.bundles += 1
    const destination = this.at(`出 ${this.bundles}`)
    await mkdir(destination)
    const { jobId } = await this.engine.invoke('export.start', { preset: 'archive', ...asked, storyId, destination })
    return (await this.finished('export', jobId)).result.destination
  }

  async plan(place: string): Promise<BundlePlan> {
    const { jobId } = await this.engine.invoke('bundles.plan', { place })
    return (await this.finished('bundle-plan', jobId)).result
  }

  async take(place: string, asked: Partial<CommandInput<'bundles.take'>> = {}): Promise<BundleTaken> {
    const { jobId } = await this.engine.invoke('bundles.take', { place, ...asked })
    return (await this.finished('bundle-take', jobId)).result
  }

  async list(): Promise<Photo[]> {
    const { photos } = await this.engine.invoke('photos.list', { query: { sort: 'file' }, offset: 0, limit: 100 })
    return photos
  }

  /** What two archives that agree have in common: all but when and where each took the files in. */
  async stateOf(storyId: string) {
    const nowhere = { importedAt: '', batch: '', path: '', facts: [] }
    const { story } = await this.engine.invoke('stories.get', { id: storyId })
    const used = new Set(story.photos.map(({ photoId }) => photoId))
    const photos = (await this.list()).filter(({ id }) => used.has(id)).map((photo) => ({ ...photo, ...nowhere }))
    return { photos, story }
  }

  close(): Promise<void> {
    return this.own.close()
  }
}
