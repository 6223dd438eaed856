import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Findings } from '#contract'
import { CutlineError } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Blank } from '../ui/Blank.js'
import { Button } from '../ui/Button.js'
import { PictureIcon, WarningIcon } from '../ui/icons.js'
import { useNotices } from '../ui/notices.js'
import { TextField } from '../ui/TextField.js'
import frame from '../ui/Screen.module.css'
import { BundleList } from './BundleList.js'
import { FoundList } from './FoundList.js'
import { foundRows, tickedPlaces } from './found-rows.js'
import styles from './Corrections.module.css'

interface CorrectionsScreenProps {
  /** What is to be corrected, where somebody comes from a list of names. */
  readonly from: string
  readonly to: string
  readonly readOnly: boolean
}

/** A search and what came of it; the wordings as they were when it was begun. */
interface Search {
  readonly from: string
  readonly to: string
  readonly findings: Findings
  readonly ticked: ReadonlySet<string>
  /** The texts are corrected; what remains are the bundles. */
  readonly corrected: boolean
}

/** A wrong name, title or place: found wherever it stands, corrected where it is ticked, and handed on to those who got it. */
export function CorrectionsScreen({ from: given, to: right, readOnly }: CorrectionsScreenProps) {
  const { t } = useTranslation('corrections')
  const errorText = useErrorText()
  const { say } = useNotices()
  const [from, setFrom] = useState(given)
  const [to, setTo] = useState(right)
  const [search, setSearch] = useState<Search | null>(null)
  const [state, setState] = useState<'finding' | 'correcting' | CutlineError | null>(null)
  const listed = useMemo(() => (search === null ? null : foundRows(search.findings)), [search])
  const ready = from.trim() !== '' && to.trim() !== '' && from.trim() !== to.trim()
  const busy = state === 'finding' || state === 'correcting'

  const find = async () => {
    if (!ready || busy) return
    setState('finding')
    setSearch(null)
    try {
      const words = { from: from.trim(), to: to.trim() }
      const findings = await invoke('corrections.find', words)
      setSearch({ ...words, findings, ticked: foundRows(findings).ticked, corrected: findings.texts.length === 0 })
      setState(null)
    } catch (thrown) {
      setState(CutlineError.from(thrown))
    }
  }
  const apply = async () => {
    if (search === null || busy) return
    setState('correcting')
    try {
      const { from, to, findings, ticked } = search
      const done = await invoke('corrections.apply', { from, to, places: tickedPlaces(findings, ticked) })
      say(t('done', { ...done }))
      if (findings.more > 0) {
        setState(null)
        await find()
        return
      }
      setSearch(findings.bundles.length === 0 ? null : { ...search, corrected: true })
      setState(null)
    } catch (thrown) {
      setState(CutlineError.from(thrown))
    }
  }
  const tick = (keys: ReadonlySet<string>) => search !== null && setSearch({ ...search, ticked: keys })

  return (
    <section className={frame.screen} aria-label={t('title')} data-testid="corrections-screen">
      <form
        className={frame.bar}
        onSubmit={(event) => {
          event.preventDefault()
          void find()
        }}
      >
        <h2 className={frame.title}>{t('title')}</h2>
        <TextField label={t('from')} value={from} onChange={setFrom} autoFocus data-testid="correct-from" />
        <TextField label={t('to')} value={to} onChange={setTo} data-testid="correct-to" />
        <Button type="submit" variant="primary" isDisabled={!ready || busy} data-testid="correct-find">
          {t('find')}
        </Button>
      </form>
      <div className={styles.stage}>
        {state instanceof CutlineError ? (
          <Blank icon={<WarningIcon />} title={t('failed', { reason: errorText(state) })} role="alert" />
        ) : state === 'finding' ? (
          <Blank icon={<PictureIcon />} title={t('finding')} />
        ) : search === null || listed === null ? (
          <Blank icon={<PictureIcon />} title={t('begin')} hint={t('beginHint')} />
        ) : listed.rows.length === 0 ? (
          <Blank icon={<PictureIcon />} title={t('none', { text: search.from })} hint={t('noneHint')} />
        ) : search.corrected ? (
          <BundleList
            bundles={search.findings.bundles}
            note={`${search.from} → ${search.to}`}
            onClose={() => setSearch(null)}
          />
        ) : (
          <>
            <p className={styles.note}>
              {t('explain')} {search.findings.more > 0 && t('more', { count: search.findings.more })}
            </p>
            <FoundList
              rows={listed.rows}
              ticked={search.ticked}
              readOnly={readOnly || busy}
              onTick={(key, on) =>
                tick(new Set(on ? [...search.ticked, key] : [...search.ticked].filter((one) => one !== key)))
              }
            />
            <footer className={styles.footer}>
              <Button
                variant="quiet"
                onPress={() => tick(search.ticked.size > 0 ? new Set() : listed.ticked)}
                isDisabled={readOnly}
              >
                {search.ticked.size > 0 ? t('tickNone') : t('tickSure')}
              </Button>
              <span className={styles.space} />
              <Button
                variant="primary"
                isDisabled={readOnly || busy || search.ticked.size === 0}
                onPress={() => void apply()}
                data-testid="correct-apply"
              >
                {t('apply', { count: search.ticked.size })}
              </Button>
            </footer>
          </>
        )}
      </div>
    </section>
  )
}
