import { useTranslation } from 'react-i18next'
import type { QueryProblem } from '#contract'
import styles from './FoundBar.module.css'

/** What of the typed query was not understood, quoted, and why. */
export function QueryProblems({ problems }: { readonly problems: readonly QueryProblem[] }) {
  const { t } = useTranslation('finding')
  return (
    <ul className={styles.problems} role="status" data-testid="query-problems">
      {problems.map(({ code, from, text }) => (
        <li key={`${code} ${from}`}>
          <span className={styles.quoted}>{text}</span>
          <span>{t(`problem${code}`)}</span>
        </li>
      ))}
    </ul>
  )
}
