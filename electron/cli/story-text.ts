import type { Photo, PhotoId, Story, StorySummary } from '#contract'
import { counted, indented, oneLine } from './text.js'

/** A story in a listing. */
export function storyLine({ id, headline, photoCount }: StorySummary): string {
  return `${id}  ${headline === '' ? '(no headline)' : oneLine(headline)}  ${counted(photoCount, 'photo')}`
}

/** A story as it stands: its fields, then its photos in order with the caption that is printed with each. */
export function storyText(story: Story, photos: readonly Photo[]): string {
  const known = new Map<PhotoId, Photo>(photos.map((photo) => [photo.id, photo]))
  const uses = story.photos.map(({ photoId, printedCaption }, place) => {
    const photo = known.get(photoId)
    const caption = printedCaption ?? photo?.caption ?? ''
    return `${place}. ${photoId}  ${oneLine(photo?.file ?? '(not in the catalog)')}\n    ${
      caption === '' ? '(no caption)' : oneLine(caption)
    }${printedCaption === null ? '' : '  (printed caption)'}`
  })
  const { id, headline, slug, byline, text } = story
  const fields = Object.entries({ id, headline, slug, byline })
  return [
    ...fields.map(([name, value]) => `${name}: ${oneLine(value)}`.trimEnd()),
    ...(text === '' ? [] : ['text:', indented(text, '    ')]),
    `${counted(uses.length, 'photo')}${uses.length > 0 ? ':' : ''}`,
    ...uses,
  ].join('\n')
}
