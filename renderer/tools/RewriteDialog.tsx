import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandOutput, PhotoId, TemplateField } from '#contract'
import { CutlineError, templateFields } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { useFailure } from '../shell/useFailure.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { useNotices } from '../ui/notices.js'
import { Select } from '../ui/Select.js'
import { TextField } from '../ui/TextField.js'
import { changeMany, isMany } from './bulk-change.js'
import { RewritePreview } from './RewritePreview.js'
import type { RewriteForm, RewriteKind } from './rewriting.js'
import { rewriteKinds, rewritingOf } from './rewriting.js'
import styles from './ToolDialogs.module.css'

interface RewriteDialogProps {
  readonly ids: readonly PhotoId[]
  readonly onClose: () => void
}

/** Milliseconds without a key before the preview is made. */
const rest = 250
/** Remembered while the window is open: the next replacement is often like the last. */
let last: RewriteForm = {
  kind: 'replace',
  find: '',
  replace: '',
  regularExpression: false,
  matchCase: false,
  eitherScript: true,
}
let lastFields: readonly TemplateField[] = ['caption']

/** Replaces or converts text in the selection, after a look at every change. */
export function RewriteDialog({ ids, onClose }: RewriteDialogProps) {
  const { t } = useTranslation('tools')
  const { t: tCaption } = useTranslation('caption')
  const errorText = useErrorText()
  const { say } = useNotices()
  const attempt = useFailure()
  const [form, setForm] = useState(last)
  const [fields, setFields] = useState(lastFields)
  const [preview, setPreview] = useState<CommandOutput<'photos.rewrite'> | null>(null)
  const [error, setError] = useState<CutlineError | null>(null)
  const how = rewritingOf(form)
  const canRun = how !== null && fields.length > 0

  useEffect(() => {
    const wanted = rewritingOf(form)
    last = form
    lastFields = fields
    if (wanted === null || fields.length === 0) return
    let current = true
    const timer = setTimeout(() => {
      invoke('photos.rewrite', { ids: [...ids], fields: [...fields], how: wanted, apply: false }).then(
        (answer) => {
          if (!current) return
          setPreview(answer)
          setError(null)
        },
        (thrown: unknown) => {
          if (!current) return
          setPreview(null)
          setError(CutlineError.from(thrown))
        },
      )
    }, rest)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [form, fields, ids])

  const apply = () => {
    if (how === null) return
    if (isMany(ids)) {
      // The bar of work shows how far it is, and how much was changed.
      onClose()
      attempt(() => changeMany(ids, { kind: 'rewrite', fields: [...fields], how }))
      return
    }
    invoke('photos.rewrite', { ids: [...ids], fields: [...fields], how, apply: true }).then(
      ({ total }) => {
        say(t('rewritten', { count: total }))
        onClose()
      },
      (thrown: unknown) => setError(CutlineError.from(thrown)),
    )
  }
  const option = (name: 'regularExpression' | 'matchCase' | 'eitherScript', isDisabled = false) => (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={form[name] && !isDisabled}
        disabled={isDisabled}
        onChange={({ target }) => setForm({ ...form, [name]: target.checked })}
        data-testid={`rewrite-${name}`}
      />
      {t(name)}
    </label>
  )
  return (
    <Dialog title={t('rewriteTitle')} onClose={onClose} wide data-testid="rewrite-dialog">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (preview !== null && preview.total > 0) apply()
        }}
      >
        <p className={styles.note}>{t('rewriteScope', { count: ids.length })}</p>
        <Select<RewriteKind>
          label={t('what')}
          options={rewriteKinds.map((kind) => ({ value: kind, label: t(`kind${kind}`) }))}
          value={form.kind}
          onChange={(kind) => setForm({ ...form, kind })}
          data-testid="rewrite-kind"
        />
        {form.kind === 'replace' ? (
          <>
            <div className={styles.pair}>
              <TextField
                label={t('find')}
                value={form.find}
                onChange={(find) => setForm({ ...form, find })}
                autoFocus
                data-testid="rewrite-find"
              />
              <TextField
                label={t('replace')}
                value={form.replace}
                onChange={(replace) => setForm({ ...form, replace })}
                data-testid="rewrite-replace"
              />
            </div>
            <div className={styles.checks}>
              {option('eitherScript', form.regularExpression)}
              {option('matchCase')}
              {option('regularExpression')}
            </div>
          </>
        ) : (
          form.kind !== 'full-width' && <p className={styles.note}>{t('namesKept')}</p>
        )}
        <fieldset className={styles.checks}>
          <legend className="visually-hidden">{t('fields')}</legend>
          {templateFields.map((field) => (
            <label key={field} className={styles.check}>
              <input
                type="checkbox"
                checked={fields.includes(field)}
                onChange={({ target }) =>
                  setFields(target.checked ? [...fields, field] : fields.filter((one) => one !== field))
                }
                data-testid={`rewrite-field-${field}`}
              />
              {tCaption(field)}
            </label>
          ))}
        </fieldset>
        {error !== null && (
          <p className={styles.problem} role="alert">
            {t('couldNot', { reason: errorText(error) })}
          </p>
        )}
        {canRun && preview !== null && <RewritePreview preview={preview} />}
        <footer>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            isDisabled={!canRun || preview === null || preview.total === 0}
            data-testid="rewrite-apply"
          >
            {t('apply')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
