import type { KeyboardEvent } from 'react'

/** Whether a key belongs to an input method and must do nothing else; 229 is what older methods send for such keys. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing newer tells of these keys
  return nativeEvent.isComposing || nativeEvent.keyCode === 229
}

/** Whether a change of a box is part of a composition that goes on. */
export function isInComposition(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing
}
