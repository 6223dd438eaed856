/** The key that saves the caption and goes to the next photo, as this computer's keyboard names it. */
export function nextKeyName(): string {
  return /mac/iu.test(navigator.userAgent) ? '⌘ Return' : 'Ctrl + Enter'
}

/** Keys pressed together as this computer's keyboard names them; `Mod` is Ctrl, or Command on a Mac. */
export function keyName(...keys: readonly ('Mod' | 'Alt' | 'Shift' | (string & {}))[]): string {
  const isMac = /mac/iu.test(navigator.userAgent)
  const names: Record<string, string> = isMac
    ? { Mod: '⌘', Alt: '⌥', Shift: '⇧' }
    : { Mod: 'Ctrl', Alt: 'Alt', Shift: 'Shift' }
  return keys.map((key) => names[key] ?? key).join(isMac ? '' : '+')
}
