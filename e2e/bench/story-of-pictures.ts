import type { StoryId } from '../../electron/contract/index.js'
import type { EngineHost } from './engine-host.js'

/** Imports the files into the open archive and makes a story of them, each with a caption and credit of its own. */
export async function storyOfPictures(engine: EngineHost, files: string[]): Promise<StoryId> {
  const ended = await engine.import(files)
  if (ended.kind !== 'import' || ended.result.imported.length !== files.length) {
    throw new Error('Not every picture came in.')
  }
  const photoIds = ended.result.imported.map(({ id }) => id)
  for (const [at, id] of photoIds.entries()) {
    await engine.invoke('photos.edit', {
      ids: [id],
      set: {
        caption: `第 ${at + 1} 張：平安社區舉行端午龍舟賽，三十支隊伍在內河競渡，兩岸觀眾逾千。`,
        headline: '端午龍舟賽三十隊爭標',
        credit: '通訊員 柯陽 供圖',
        creators: ['柯陽'],
        keywords: ['端午', '龍舟', '社區'],
        people: ['吳坤', '田城'],
        city: '香港',
        country: '中國',
        copyright: '© 平安報 2026',
      },
    })
  }
  const { story } = await engine.invoke('stories.create', {
    headline: '端午龍舟賽',
    byline: '記者 田城',
    text: '平安社區昨日舉行端午龍舟賽。',
  })
  await engine.invoke('stories.addPhotos', { id: story.id, photoIds })
  return story.id
}
