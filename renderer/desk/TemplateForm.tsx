import { useTranslation } from 'react-i18next'
import type { Template } from '#contract'
import { Button } from '../ui/Button.js'
import { Select } from '../ui/Select.js'
import { TextField } from '../ui/TextField.js'
import styles from './DeskDialog.module.css'

interface TemplateFormProps {
  readonly template: Template
  readonly onChange: (template: Template) => void
  readonly onSave: (template: Template) => void
  readonly onCancel: () => void
}

const modes = ['if-empty', 'set', 'append'] as const
const variables =
  '{date:zh} {date:short} {date} {time} {reporter} {correspondent} {place} {event} {seq} {filename} {story}'

/** A template's name and, for each field, its text and how it goes in. */
export function TemplateForm({ template, onChange, onSave, onCancel }: TemplateFormProps) {
  const { t } = useTranslation('desk')
  const { t: tCaption } = useTranslation('caption')
  const setField = (at: number, change: Partial<Template['fields'][number]>) =>
    onChange({ ...template, fields: template.fields.map((one, place) => (place === at ? { ...one, ...change } : one)) })
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(template)
      }}
    >
      <TextField
        label={t('templateName')}
        value={template.name}
        onChange={(name) => onChange({ ...template, name })}
        autoFocus
        data-testid="template-name"
      />
      <p className={styles.note}>{t('variablesNote', { variables })}</p>
      {template.fields.map(({ field, text, mode }, at) => (
        <div key={field} className={styles.templateField}>
          <TextField
            label={tCaption(field)}
            value={text}
            onChange={(value) => setField(at, { text: value })}
            data-testid={`template-${field}`}
          />
          <Select
            label={t('mode')}
            labelHidden
            options={modes.map((value) => ({ value, label: t(`mode${value}`) }))}
            value={mode}
            onChange={(value) => setField(at, { mode: value })}
          />
        </div>
      ))}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={template.onImport}
          onChange={({ target }) => onChange({ ...template, onImport: target.checked })}
          data-testid="template-on-import"
        />
        {t('applyOnImport')}
      </label>
      <div className={styles.row}>
        <Button variant="primary" type="submit" data-testid="save-template">
          {t('save')}
        </Button>
        <Button onPress={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  )
}
