import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { setLanguage } from '../i18n/i18n.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { useNotices } from '../ui/notices.js'

/** Milliseconds between a change and its keeping: a slider changes many times on its way. */
const rest = 400

export type ChangeSettings = (change: Partial<Settings>) => void

/** This computer's settings: they take effect at once and are kept a moment later. */
export function useSettings(started: Settings): { settings: Settings; change: ChangeSettings } {
  const { t } = useTranslation('settings')
  const errorText = useErrorText()
  const { fail } = useNotices()
  const [settings, setSettings] = useState(started)
  const unsaved = useRef<Partial<Settings>>({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const keep = useCallback(() => {
    clearTimeout(timer.current)
    const change = unsaved.current
    unsaved.current = {}
    if (Object.keys(change).length === 0) return
    invoke('shell.setSettings', change).catch((thrown: unknown) =>
      fail(t('failed', { reason: errorText(CutlineError.from(thrown)) })),
    )
  }, [fail, t, errorText])
  const change = useCallback<ChangeSettings>(
    (changed) => {
      setSettings((before) => ({ ...before, ...changed }))
      unsaved.current = { ...unsaved.current, ...changed }
      clearTimeout(timer.current)
      // Language and theme also concern the menu bar and the window's frame.
      if ('language' in changed || 'theme' in changed) keep()
      else timer.current = setTimeout(keep, rest)
    },
    [keep],
  )
  useEffect(() => {
    window.addEventListener('pagehide', keep)
    document.addEventListener('visibilitychange', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      document.removeEventListener('visibilitychange', keep)
    }
  }, [keep])

  // What was changed here and is not kept yet is newer than what is told.
  useEvent('settings.changed', (told) => setSettings({ ...told, ...unsaved.current }))

  const { language, theme } = settings
  // The window started in the language that these settings lead to.
  const shown = useRef(language)
  useEffect(() => {
    if (shown.current === language) return
    shown.current = language
    if (language !== null) setLanguage(language)
    else void invoke('shell.start', {}).then((start) => setLanguage(start.language))
  }, [language])
  useEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }, [theme])
  return { settings, change }
}
