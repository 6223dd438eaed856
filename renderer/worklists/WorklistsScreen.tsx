import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpellingList } from '#contract'
import { useTwinsCount } from '../twins/useTwins.js'
import { Blank } from '../ui/Blank.js'
import { CheckIcon, PictureIcon } from '../ui/icons.js'
import frame from '../ui/Screen.module.css'
import { Spellings } from './Spellings.js'
import type { WorklistCounts } from './useWorklists.js'
import styles from './Worklists.module.css'

interface WorklistsScreenProps {
  /** null until they have been counted. */
  readonly counts: WorklistCounts | null
  readonly readOnly: boolean
  /** Shows what a typed query finds in the contact sheet. */
  readonly onShow: (query: string) => void
  readonly onShowValue: (list: SpellingList, value: string) => void
  readonly onTwins: () => void
  readonly onCorrect: (from: string, to: string) => void
}

/** What an editor works through until nothing is left: photos that lack something, duplicates, names written in several ways. */
export function WorklistsScreen(props: WorklistsScreenProps) {
  const { counts, readOnly, onShow, onShowValue, onTwins, onCorrect } = props
  const { t, i18n } = useTranslation('worklists')
  const twins = useTwinsCount()
  const [open, setOpen] = useState<SpellingList | null>(null)
  const number = new Intl.NumberFormat(i18n.language)
  if (open !== null) {
    return (
      <Spellings
        list={open}
        readOnly={readOnly}
        onBack={() => setOpen(null)}
        onShowValue={onShowValue}
        onCorrect={onCorrect}
      />
    )
  }
  const entries = [
    ...(counts?.photos ?? []).map(({ list, query, count }) => ({
      id: list,
      count,
      title: t(`photos-${list}`),
      hint: t(`hint-${list}`),
      open: () => onShow(query),
    })),
    {
      id: 'twins',
      count: twins?.groups ?? 0,
      title: t('twins'),
      hint: t('hint-twins'),
      open: onTwins,
    },
    ...(counts?.spellings ?? []).map(({ list, count }) => ({
      id: `spelling-${list}`,
      count,
      title: t(`spelling-${list}`),
      hint: t('hint-spelling'),
      open: () => setOpen(list),
    })),
  ]
  const left = entries.filter(({ count }) => count > 0)
  const done = entries.filter(({ count }) => count === 0)
  return (
    <section className={frame.screen} aria-label={t('title')} data-testid="worklists-screen">
      <header className={frame.bar}>
        <h2 className={frame.title}>{t('title')}</h2>
      </header>
      <div className={styles.stage}>
        {counts === null ? (
          <Blank icon={<PictureIcon />} title={t('counting')} />
        ) : left.length === 0 ? (
          <Blank icon={<CheckIcon />} title={t('allDone')} hint={t('allDoneHint')} data-testid="worklists-done" />
        ) : (
          <>
            <ul className={styles.lists}>
              {left.map(({ id, count, title, hint, open: show }) => (
                <li key={id}>
                  <button type="button" className={styles.list} onClick={show} data-testid={`worklist-${id}`}>
                    <span className={styles.name}>{title}</span>
                    <span className={styles.count}>{number.format(count)}</span>
                    <span className={styles.hint}>{hint}</span>
                  </button>
                </li>
              ))}
            </ul>
            {done.length > 0 && (
              <p className={styles.done}>
                {t('doneLists')} {done.map(({ title }) => title).join(t('between'))}
              </p>
            )}
          </>
        )}
      </div>
    </section>
  )
}
