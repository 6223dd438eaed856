import { useTranslation } from 'react-i18next'
import type { Embedded, Photo } from '#contract'
import styles from './EmbeddedDialog.module.css'
import { EncodingChoice } from './EncodingChoice.js'

interface EmbeddedFactsProps {
  readonly embedded: Embedded
  readonly photo: Photo
  readonly readOnly: boolean
}

/** What is no field: camera, Content Credentials, encoding, other programs' XMP, what went wrong. */
export function EmbeddedFacts({ embedded, photo, readOnly }: EmbeddedFactsProps) {
  const { t } = useTranslation('embedded')
  const { camera, contentCredentials, iimEncoding, doubt, namespaces, warnings } = embedded
  return (
    <>
      <dl className={styles.facts}>
        {camera !== '' && (
          <>
            <dt>{t('camera')}</dt>
            <dd>{camera}</dd>
          </>
        )}
        {contentCredentials && (
          <>
            <dt>{t('credentials')}</dt>
            <dd data-testid="embedded-credentials">{t('credentialsThere')}</dd>
          </>
        )}
        {namespaces.length > 0 && (
          <>
            <dt>{t('namespaces')}</dt>
            <dd data-testid="embedded-namespaces">
              {namespaces.map(({ prefix, properties }) => t('properties', { prefix, count: properties })).join(' · ')}
              <span className={styles.reason}> {t('namespacesHint')}</span>
            </dd>
          </>
        )}
        {warnings.length > 0 && (
          <>
            <dt>{t('warnings')}</dt>
            <dd>{warnings.join(' ')}</dd>
          </>
        )}
      </dl>
      {iimEncoding !== null && (
        <EncodingChoice photos={[photo]} encoding={iimEncoding} doubt={doubt} readOnly={readOnly} />
      )}
    </>
  )
}
