/** The key that saves the caption and goes to the next photo, as this computer's keyboard names it. */
export function nextKeyName(): string {
  return /mac/iu.test(navigator.userAgent) ? '⌘ Return' : 'Ctrl + Enter'
}
