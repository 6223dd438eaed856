import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskRecord, HouseStyle, Language, Numerals } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { Button } from '../ui/Button.js'
import { Select } from '../ui/Select.js'
import { TextField } from '../ui/TextField.js'
import styles from './DeskDialog.module.css'
import type { Attempt } from './DeskDialog.js'
import { recordsOf } from './useDesk.js'

interface HouseStyleTabProps {
  readonly records: readonly DeskRecord[]
  readonly attempt: Attempt
  readonly readOnly: boolean
}

const asTyped = 'as-typed'
const kinds = ['shot', 'provided', 'issued', 'source', 'file', 'screenshot', 'copied', 'bareScreenshot'] as const

/** The desk's house style: one of those shipped, or changed from there; shown by what it prints. */
export function HouseStyleTab({ records, attempt, readOnly }: HouseStyleTabProps) {
  const { t, i18n } = useTranslation('desk')
  const chosen = recordsOf(records, 'house-style')[0]?.style ?? null
  const [shipped, setShipped] = useState<readonly HouseStyle[]>([])
  const [draft, setDraft] = useState<HouseStyle | null>(null)
  const [lines, setLines] = useState<readonly string[]>([])
  const style = draft ?? chosen

  useEffect(() => {
    void invoke('desk.houseStyles', {}).then((answer) => setShipped(answer.styles))
  }, [])
  useEffect(() => {
    if (style === null) return
    let current = true
    invoke('desk.previewStyle', { style }).then(
      (answer) => current && setLines(answer.lines),
      // A pattern that is just being typed may be none.
      () => current && setLines([]),
    )
    return () => {
      current = false
    }
  }, [style])

  const save = (next: HouseStyle) =>
    attempt(async () => {
      await invoke('desk.put', { records: [{ kind: 'house-style', id: 'house-style', style: next }] })
      setDraft(null)
      return t('saved')
    })
  const choose = (id: string) => {
    const next = shipped.find((one) => one.id === id)
    setDraft(null)
    if (next !== undefined) save(next)
    else if (id === asTyped) {
      attempt(async () => {
        await invoke('desk.remove', { ids: ['house-style'] })
        return t('saved')
      })
    }
  }
  const reprint = () =>
    attempt(async () => {
      const { changed, unread } = await invoke('credits.reprint', { ids: null })
      return `${t('reprinted', { count: changed })}${unread > 0 ? t('reprintUnread', { count: unread }) : ''}`
    })
  // The interface's language is one of the contract's.
  const language = i18n.language as Language
  const isShipped = shipped.some(({ id }) => id === chosen?.id)
  return (
    <div className={styles.fields}>
      <Select
        label={t('houseStyle')}
        options={[
          { value: asTyped, label: t('asTyped') },
          ...shipped.map(({ id, name }) => ({ value: id, label: name[language] })),
          ...(chosen !== null && !isShipped ? [{ value: chosen.id, label: chosen.name[language] }] : []),
        ]}
        value={chosen?.id ?? asTyped}
        onChange={choose}
        data-testid="house-style"
      />
      {style === null ? (
        <p className={styles.note}>{t('asTypedNote')}</p>
      ) : (
        <>
          <ul className={styles.examples} data-testid="style-examples">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {!readOnly && (
            <details className={styles.details}>
              <summary>{t('editStyle')}</summary>
              <p className={styles.note}>{t('patternNote')}</p>
              <div className={styles.grid}>
                {kinds.map((kind) => (
                  <TextField
                    key={kind}
                    label={t(`pattern${kind}`)}
                    value={style.credit[kind]}
                    onChange={(value) =>
                      setDraft({ ...style, ...ownName(style), credit: { ...style.credit, [kind]: value } })
                    }
                  />
                ))}
                <TextField
                  label={t('nameSeparator')}
                  value={style.nameSeparator}
                  onChange={(nameSeparator) => setDraft({ ...style, ...ownName(style), nameSeparator })}
                />
                <TextField
                  label={t('partSeparator')}
                  value={style.partSeparator}
                  onChange={(partSeparator) => setDraft({ ...style, ...ownName(style), partSeparator })}
                />
                <Select<Numerals>
                  label={t('numerals')}
                  options={[
                    { value: 'han', label: t('numeralsHan') },
                    { value: 'arabic', label: t('numeralsArabic') },
                  ]}
                  value={style.numerals}
                  onChange={(numerals) => setDraft({ ...style, ...ownName(style), numerals })}
                  data-testid="style-numerals"
                />
                <label className={styles.check}>
                  <input
                    type="checkbox"
                    checked={style.padNames}
                    onChange={({ target }) => setDraft({ ...style, ...ownName(style), padNames: target.checked })}
                  />
                  {t('padNames')}
                </label>
              </div>
              <Button isDisabled={draft === null} onPress={() => draft !== null && save(draft)}>
                {t('saveStyle')}
              </Button>
            </details>
          )}
          <div className={styles.row}>
            <Button onPress={reprint} isDisabled={readOnly || draft !== null} data-testid="reprint-credits">
              {t('reprint')}
            </Button>
            <span className={styles.note}>{t('reprintNote')}</span>
          </div>
        </>
      )}
    </div>
  )
}

/** A style that was changed is this desk's own, whatever it began as. */
function ownName(style: HouseStyle): Pick<HouseStyle, 'id' | 'name'> {
  if (style.id === 'own') return style
  return { id: 'own', name: { 'zh-Hant': '本社自訂', 'zh-Hans': '本社自定', en: 'Our own' } }
}
