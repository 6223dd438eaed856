import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, TallyQuestion, TallyRow } from '#contract'
import { CutlineError, tallyKinds } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Blank } from '../ui/Blank.js'
import { Button } from '../ui/Button.js'
import { DateField } from '../ui/DateField.js'
import { PictureIcon, WarningIcon } from '../ui/icons.js'
import { useNotices } from '../ui/notices.js'
import { Select } from '../ui/Select.js'
import frame from '../ui/Screen.module.css'
import { daysOf, type Period, periods } from './period.js'
import { TallyPhotos } from './TallyPhotos.js'
import { TallyTable } from './TallyTable.js'
import styles from './Usage.module.css'
import { useTally } from './useTally.js'

/** Photos supplied and used in a period by each correspondent, reporter or organisation: table, bars, the photos, a spreadsheet. */
export function UsageScreen() {
  const { t, i18n } = useTranslation('usage')
  const errorText = useErrorText()
  const { say, fail } = useNotices()
  const [period, setPeriod] = useState<Period>('this-month')
  const [question, setQuestion] = useState<Required<TallyQuestion>>(() => ({
    ...daysOf('this-month', new Date()),
    by: 'correspondent',
    basis: 'imported',
  }))
  const [open, setOpen] = useState<TallyRow | null>(null)
  const { tally, error, reload } = useTally(question)
  const number = new Intl.NumberFormat(i18n.language)
  const change = (set: Partial<TallyQuestion>) => {
    setOpen(null)
    setQuestion({ ...question, ...set })
  }
  const choose = (next: Period) => {
    setPeriod(next)
    if (next !== 'custom') change(daysOf(next, new Date()))
  }
  // Days are typed one after the other; the other end follows rather than both being refused.
  const from = (day: string | null) => day && change({ from: day, to: day > question.to ? day : question.to })
  const to = (day: string | null) => day && change({ to: day, from: day < question.from ? day : question.from })

  const save = async (format: 'xlsx' | 'csv') => {
    const name = `${t('fileName')} ${question.from} – ${question.to}.${format}`
    const { file } = await invoke('shell.chooseSaveFile', { name })
    if (file === null) return
    // The interface is shown in one of these languages only.
    await invoke('usage.saveTally', { question, file, format, language: i18n.language as Language })
    say(t('saved', { file }))
  }
  const saveAs = (format: 'xlsx' | 'csv') => () =>
    void save(format).catch((thrown: unknown) => fail(t('couldNot', { reason: errorText(CutlineError.from(thrown)) })))

  return (
    <section className={frame.screen} aria-label={t('title')} data-testid="usage-screen">
      <header className={frame.bar}>
        <h2 className={frame.title}>{t('title')}</h2>
        <Select
          label={t('period')}
          options={periods.map((value) => ({ value, label: t(`period-${value}`) }))}
          value={period}
          onChange={choose}
          data-testid="tally-period"
        />
        {period === 'custom' && (
          <>
            <DateField label={t('from')} value={question.from} onChange={from} data-testid="tally-from" />
            <DateField label={t('to')} value={question.to} onChange={to} data-testid="tally-to" />
          </>
        )}
        <Select
          label={t('by')}
          options={tallyKinds.map((value) => ({ value, label: t(`by-${value}`) }))}
          value={question.by}
          onChange={(by) => change({ by })}
          data-testid="tally-by"
        />
        <Select
          label={t('basis')}
          options={(['imported', 'taken'] as const).map((value) => ({ value, label: t(`basis-${value}`) }))}
          value={question.basis}
          onChange={(basis) => change({ basis })}
          data-testid="tally-basis"
        />
        <span className={styles.save}>
          <Button onPress={saveAs('xlsx')} isDisabled={!tally?.rows.length} data-testid="tally-save">
            {t('saveSheet')}
          </Button>
          <Button onPress={saveAs('csv')} isDisabled={!tally?.rows.length}>
            {t('saveCsv')}
          </Button>
        </span>
      </header>
      <p className={styles.sum} role="status" data-testid="tally-sum">
        {tally !== null &&
          tally.rows.length > 0 &&
          `${question.from} – ${question.to} · ${t('sum', {
            names: number.format(tally.rows.length),
            supplied: number.format(tally.totals.supplied),
            used: number.format(tally.totals.used),
          })}`}
      </p>
      <div className={styles.stage}>
        {error !== null ? (
          <Blank icon={<WarningIcon />} title={t('failed', { reason: errorText(error) })} role="alert">
            <Button variant="primary" onPress={reload}>
              {t('retry')}
            </Button>
          </Blank>
        ) : tally === null ? (
          <Blank icon={<PictureIcon />} title={t('counting')} />
        ) : tally.rows.length === 0 ? (
          <Blank icon={<PictureIcon />} title={t('none')} hint={t('noneHint')} data-testid="tally-none" />
        ) : open !== null ? (
          <TallyPhotos question={question} row={open} onClose={() => setOpen(null)} />
        ) : (
          <TallyTable rows={tally.rows} onOpen={setOpen} />
        )}
      </div>
    </section>
  )
}
