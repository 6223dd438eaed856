import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Input, Label, TextField } from 'react-aria-components'
import { PhotoQuery, type Photo, type PhotoId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { parseList } from '../caption/list-text.js'
import { useFailure } from '../shell/useFailure.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import fieldStyles from '../ui/Field.module.css'
import { useNotices } from '../ui/notices.js'
import { changeMany, isMany } from './bulk-change.js'
import styles from './ToolDialogs.module.css'

interface KeywordsDialogProps {
  readonly ids: readonly PhotoId[]
  readonly photos: readonly Photo[]
  readonly onClose: () => void
}

/** Adds and removes keywords over a selection, and leaves all others as they are. */
export function KeywordsDialog({ ids, photos, onClose }: KeywordsDialogProps) {
  const { t } = useTranslation('organise')
  const attempt = useFailure()
  const { say } = useNotices()
  const [add, setAdd] = useState('')
  const [remove, setRemove] = useState('')
  const known = useKnownKeywords()
  const own = [...new Set(photos.flatMap(({ keywords }) => keywords))]
  const list = (text: string) => parseList('keywords', text)
  const nothing = list(add).length + list(remove).length === 0
  return (
    <Dialog title={t('keywordsTitle')} onClose={onClose} data-testid="keywords-dialog">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (nothing) return
          onClose()
          attempt(async () => {
            const change = { ids: [...ids], add: list(add), remove: list(remove) }
            if (isMany(ids)) {
              await changeMany(ids, { kind: 'keywords', add: change.add, remove: change.remove })
              return
            }
            const { changed } = await invoke('photos.changeKeywords', change)
            say(t('applied', { count: changed }))
          })
        }}
      >
        <p className={styles.note}>{t('keywordsHint', { count: ids.length })}</p>
        <CompletedBox label={t('keywordsAdd')} value={add} onChange={setAdd} words={known} testId="keywords-add" />
        <CompletedBox
          label={t('keywordsRemove')}
          value={remove}
          onChange={setRemove}
          words={own}
          testId="keywords-remove"
        />
        <footer>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" isDisabled={nothing} data-testid="bulk-apply">
            {t('apply')}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

/** Keywords that the archive uses most; none until they are counted. */
function useKnownKeywords(): readonly string[] {
  const [known, setKnown] = useState<readonly string[]>([])
  useEffect(() => {
    // Completion is a help; without it everything can be typed.
    invoke('search.facets', { query: PhotoQuery.parse({}), values: 500 }).then(
      ({ values }) => setKnown(values.keyword.values.map(({ value }) => value)),
      () => undefined,
    )
  }, [])
  return known
}

interface CompletedBoxProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly words: readonly string[]
  readonly testId: string
}

/** A box whose last word is completed from a list. */
function CompletedBox({ label, value, onChange, words, testId }: CompletedBoxProps) {
  const list = useId()
  // What stands before the last separator stays; the browser completes whole values.
  const before = /^.*[、;；，,]\s*/u.exec(value)?.[0] ?? ''
  return (
    <TextField className={fieldStyles.field ?? ''} value={value} onChange={onChange}>
      <Label className={fieldStyles.label ?? ''}>{label}</Label>
      <Input className={fieldStyles.box ?? ''} list={list} data-undo="native" data-testid={testId} />
      <datalist id={list}>
        {words
          .filter((word) => word !== '')
          .map((word) => (
            <option key={word} value={`${before}${word}`} />
          ))}
      </datalist>
    </TextField>
  )
}
