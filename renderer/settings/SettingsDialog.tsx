import { useTranslation } from 'react-i18next'
import type { Language, Settings } from '#contract'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { Select } from '../ui/Select.js'
import styles from './SettingsDialog.module.css'

interface SettingsDialogProps {
  readonly settings: Settings
  readonly version: string
  readonly onChange: (change: Partial<Pick<Settings, 'language' | 'theme' | 'importAsk'>>) => void
  readonly onClose: () => void
}

/** Each language by its own name, so that a reader of any of them finds back. */
const languageNames: Record<Language, string> = { 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文', en: 'English' }
const languageOptions = Object.entries(languageNames).map(([value, label]) => ({ value, label }))
const asks = ['always', 'many', 'never'] as const
const themes = ['system', 'light', 'dark'] as const

/** Language and appearance; each choice takes effect at once. */
export function SettingsDialog({ settings, version, onChange, onClose }: SettingsDialogProps) {
  const { t } = useTranslation('settings')
  return (
    <Dialog title={t('title')} onClose={onClose} data-testid="settings-dialog">
      <div className={styles.fields}>
        <Select
          label={t('language')}
          options={[{ value: 'system', label: t('languageSystem') }, ...languageOptions]}
          value={settings.language ?? 'system'}
          // The other values are the contract's languages, from the table above.
          onChange={(value) => onChange({ language: value === 'system' ? null : (value as Language) })}
          data-testid="settings-language"
        />
        <Select
          label={t('theme')}
          options={themes.map((value) => ({ value, label: t(`theme${value}`) }))}
          value={settings.theme}
          onChange={(theme) => onChange({ theme })}
          data-testid="settings-theme"
        />
        <Select
          label={t('importAsk')}
          options={asks.map((value) => ({ value, label: t(`importAsk${value}`) }))}
          value={settings.importAsk}
          onChange={(importAsk) => onChange({ importAsk })}
          data-testid="settings-import-ask"
        />
      </div>
      <p className={styles.note}>
        {t('atOnce')} · Cutline {t('version', { version })}
      </p>
      <footer>
        <Button variant="primary" onPress={onClose} data-testid="settings-close">
          {t('close')}
        </Button>
      </footer>
    </Dialog>
  )
}
