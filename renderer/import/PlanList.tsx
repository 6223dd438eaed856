import { useTranslation } from 'react-i18next'
import type { ImportPlan, PlannedFile } from '#contract'
import { CutlineError } from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { NoThumbnail, Thumbnail } from '../ui/Thumbnail.js'
import styles from './ImportDialog.module.css'

/** Files of one group that are listed; a card of thousands is told by its number. */
const most = 200

/** What would become of each file, the files that come in first. */
export function PlanList({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation('import')
  const errorText = useErrorText()
  const of = (outcome: PlannedFile['outcome']) => plan.files.filter((file) => file.outcome === outcome)
  const refused = [...plan.failed, ...of('refused').flatMap(({ problem }) => problem ?? [])]
  return (
    <div className={styles.list} data-testid="import-plan" role="region" aria-label={t('title')} tabIndex={0}>
      <Group heading={t('groupnew', { count: of('new').length })} count={of('new').length} id="new">
        {of('new')
          .slice(0, most)
          .map((file) => (
            <NewFile key={file.file} file={file} />
          ))}
      </Group>
      <Group heading={t('grouprefused', { count: refused.length })} count={refused.length} id="refused">
        {refused.slice(0, most).map(({ file, code, message }) => (
          <li key={file}>
            <span className={styles.file}>{file}</span>
            <span className={styles.why}>{errorText(new CutlineError(code, message))}</span>
          </li>
        ))}
      </Group>
      {(['again', 'there'] as const).map((outcome) => (
        <Group
          key={outcome}
          heading={t(`group${outcome}`, { count: of(outcome).length })}
          count={of(outcome).length}
          id={outcome}
        >
          {of(outcome)
            .slice(0, most)
            .map(({ file, picture }) => (
              <li key={file} className={outcome === 'there' ? styles.pictured : undefined}>
                {outcome === 'there' && <Picture picture={picture} />}
                <span className={styles.file}>{file}</span>
              </li>
            ))}
        </Group>
      ))}
      <Group heading={t('groupskipped', { count: plan.skipped.length })} count={plan.skipped.length} id="skipped">
        {plan.skipped.slice(0, most).map(({ file }) => (
          <li key={file}>
            <span className={styles.file}>{file}</span>
          </li>
        ))}
      </Group>
    </div>
  )
}

interface GroupProps {
  readonly heading: string
  readonly count: number
  readonly id: string
  readonly children: React.ReactNode
}

function Group({ heading, count, id, children }: GroupProps) {
  const { t } = useTranslation('import')
  if (count === 0) return null
  return (
    <details className={styles.group} open={id === 'new' || id === 'refused'} data-testid={`plan-${id}`}>
      <summary>{heading}</summary>
      <ul>
        {children}
        {count > most && <li className={styles.why}>{t('more', { count: count - most })}</li>}
      </ul>
    </details>
  )
}

function Picture({ picture }: Pick<PlannedFile, 'picture'>) {
  return (
    <span className={styles.picture}>
      {picture === null ? <NoThumbnail /> : <Thumbnail sha256={picture.name} kind={picture.kind} />}
    </span>
  )
}

function NewFile({ file: { file, storedAs, caption, credit, recompressed, picture } }: { readonly file: PlannedFile }) {
  const { t } = useTranslation('import')
  const text = [caption, credit].filter((part) => part !== '').join('　')
  return (
    <li className={styles.pictured}>
      <Picture picture={picture} />
      <span className={styles.file} title={file}>
        {file}
      </span>
      <span className={styles.stored} title={storedAs}>
        {storedAs.replace(/^originals\/\d{4}\//u, '')}
      </span>
      {text !== '' && <span className={styles.text}>{text}</span>}
      {recompressed && <span className={styles.flag}>{t('recompressed')}</span>}
    </li>
  )
}
