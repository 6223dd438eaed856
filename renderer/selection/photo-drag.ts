import { PhotoId } from '#contract'

/** The type under which photos are dragged inside the window: a JSON array of their ids. */
export const photoDragType = 'application/x-cutline-photos'

export function serializePhotoDrag(ids: readonly PhotoId[]): string {
  return JSON.stringify(ids)
}

/** The ids in a drag's text; none where the text is nothing of ours. */
export function parsePhotoDrag(text: string): PhotoId[] {
  try {
    const parsed = PhotoId.array().safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

/** Whether a drag carries photos of this window; what it carries can be read only when it is dropped. */
export function hasPhotoDrag(transfer: DataTransfer): boolean {
  return transfer.types.includes(photoDragType)
}

/** The photos that were dropped. */
export function readPhotoDrag(transfer: DataTransfer): PhotoId[] {
  return parsePhotoDrag(transfer.getData(photoDragType))
}
