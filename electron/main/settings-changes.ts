import { type ParsedInput, Settings } from '#contract'

/**
 * The changes a caller asked for, and no more: a partial schema fills in defaults for fields that were left out, which
 * would put settings back that nobody named. Of recent archives a caller can only forget some, as any folder on that list
 * may be opened without asking.
 */
export function settingsChanges(
  parsed: ParsedInput<'shell.setSettings'>,
  given: unknown,
  now: Settings,
): Partial<Settings> {
  const named = Object.keys(typeof given === 'object' && given !== null ? given : {})
  const changes: Partial<Settings> = Object.fromEntries(
    Object.entries(parsed).filter(([name]) => named.includes(name) && name in Settings.shape),
  )
  if (changes.recentArchives) {
    const kept = new Set(changes.recentArchives)
    changes.recentArchives = now.recentArchives.filter((folder) => kept.has(folder))
  }
  return changes
}

/** The list of recent archives after this one was opened: newest first, each once, ten at most. */
export function withRecent(recent: readonly string[], folder: string): string[] {
  return [folder, ...recent.filter((other) => other !== folder)].slice(0, 10)
}
