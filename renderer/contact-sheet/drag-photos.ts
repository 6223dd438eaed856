import type { PhotoId } from '#contract'
import { photoDragType, serializePhotoDrag } from '../selection/photo-drag.js'

/** Puts photos into a drag that begins, with their number under the pointer when there are several. */
export function dragPhotos(transfer: DataTransfer, ids: readonly PhotoId[], countText: string): void {
  transfer.setData(photoDragType, serializePhotoDrag(ids))
  transfer.effectAllowed = 'copyMove'
  if (ids.length < 2) return
  const badge = document.createElement('div')
  badge.className = 'drag-badge'
  badge.textContent = countText
  document.body.append(badge)
  transfer.setDragImage(badge, -12, -12)
  // The browser takes the badge's picture when the event is over.
  setTimeout(() => badge.remove(), 0)
}
