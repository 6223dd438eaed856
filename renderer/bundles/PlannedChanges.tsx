import { useTranslation } from 'react-i18next'
import { type BundlePlan, CutlineError, type PlannedField, type PlannedReturn } from '#contract'
import { useErrorText } from '../i18n/useErrorText.js'
import { NoThumbnail, Thumbnail } from '../ui/Thumbnail.js'
import { MarkedParts } from '../ui/MarkedParts.js'
import { differingParts } from '../ui/text-difference.js'
import styles from './BundleDialog.module.css'
import { fieldName, fieldText } from './field-words.js'
import { ToldChanges } from './ToldChanges.js'

/** Photos of one group that are listed; more are told by their number. */
const shown = 100

/** What needs no decision: photos that come in, fields that are taken over, what stays as it is, what is not taken. */
export function PlannedChanges({ plan: { story, photos } }: { readonly plan: BundlePlan }) {
  const { t } = useTranslation('bundles')
  const errorText = useErrorText()
  const taken = (fields: readonly PlannedField[]) =>
    fields.filter(({ state }) => state === 'there' || state === 'merged')
  const fresh = photos.filter(({ outcome }) => outcome === 'new')
  const changed = photos.filter(({ fields, outcome }) => outcome !== 'refused' && taken(fields).length > 0)
  const refused = photos.filter(({ outcome }) => outcome === 'refused' || outcome === 'deleted')
  const storyFields = taken(story?.fields ?? [])
  return (
    <>
      {(storyFields.length > 0 || changed.length > 0) && (
        <details className={styles.group} data-testid="bundle-changes">
          <summary>{t('changesThere', { count: changed.length + (storyFields.length > 0 ? 1 : 0) })}</summary>
          {storyFields.map((field) => (
            <TakenField key={field.id} field={field} ofStory />
          ))}
          {changed.slice(0, shown).map(({ id, file, fields }) => (
            <section key={id} aria-label={file}>
              <h4 className={styles.photo}>{file}</h4>
              {taken(fields).map((field) => (
                <TakenField key={field.id} field={field} ofStory={false} />
              ))}
            </section>
          ))}
          {changed.length > shown && (
            <p className={styles.when}>{t('morePhotos', { count: changed.length - shown })}</p>
          )}
        </details>
      )}
      {fresh.length > 0 && (
        <details className={styles.group} data-testid="bundle-new">
          <summary>{t('newPhotos', { count: fresh.length })}</summary>
          <ul className={styles.photos}>
            {fresh.slice(0, shown).map((photo) => (
              <NewPhoto key={photo.id} photo={photo} />
            ))}
          </ul>
          {fresh.length > shown && <p className={styles.when}>{t('morePhotos', { count: fresh.length - shown })}</p>}
        </details>
      )}
      {refused.length > 0 && (
        <details className={styles.group} open data-testid="bundle-not-taken">
          <summary>{t('notTaken', { count: refused.length })}</summary>
          <ul>
            {refused.slice(0, shown).map(({ id, file, outcome, problem }) => (
              <li key={id}>
                {t('findingOf', {
                  file,
                  text:
                    problem !== null
                      ? errorText(new CutlineError(problem.code, problem.message))
                      : t(outcome === 'deleted' ? 'wasDeleted' : 'isDamaged'),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** One field that is taken over: what is here now, and what it becomes. */
function TakenField({ field, ofStory }: { readonly field: PlannedField; readonly ofStory: boolean }) {
  const { t } = useTranslation('bundles')
  const { t: embedded } = useTranslation('embedded')
  const parts = differingParts(fieldText(field, field.here, t), fieldText(field, field.becomes, t))
  return (
    <div className={styles.taken}>
      <strong>{fieldName(field, ofStory, { t, embedded })}</strong>
      <dl className={styles.sides}>
        <div>
          <dt>{t('isNow')}</dt>
          <dd className={styles.text}>
            {parts.one.length === 0 ? <em>{t('empty')}</em> : <MarkedParts parts={parts.one} />}
          </dd>
        </div>
        <div>
          <dt>{t('becomes')}</dt>
          <dd className={styles.text}>
            {parts.other.length === 0 ? <em>{t('empty')}</em> : <MarkedParts parts={parts.other} />}
          </dd>
        </div>
      </dl>
      <ToldChanges changes={field.changesThere} source={field.source} />
    </div>
  )
}

function NewPhoto({ photo: { file, caption, credit, picture, takenAs } }: { readonly photo: PlannedReturn }) {
  const { t } = useTranslation('bundles')
  return (
    <li>
      {picture === null ? (
        <NoThumbnail className={styles.thumbnail ?? ''} />
      ) : (
        <Thumbnail kind={picture.kind} sha256={picture.name} className={styles.thumbnail ?? ''} />
      )}
      <div>
        <strong>{file}</strong>
        {takenAs === 'rendition' && <span className={styles.when}> {t('asRendition')}</span>}
        <p className={styles.text}>{caption || <em>{t('noCaption')}</em>}</p>
        {credit !== '' && <p className={styles.when}>{credit}</p>}
      </div>
    </li>
  )
}
