import { useTranslation } from 'react-i18next'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import styles from './SearchBox.module.css'

/** What the help tells, one row for each: texts `help<row>` and `example<row>`. */
const rows = [
  'words',
  'phrase',
  'not',
  'or',
  'credit',
  'creator',
  'person',
  'place',
  'keyword',
  'story',
  'collection',
  'in',
  'taken',
  'after',
  'imported',
  'rating',
  'label',
  'format',
  'camera',
  'is',
  'missing',
  'values',
] as const

/** A button that tells the query language's fields, each with an example to try. */
export function QueryHelp({ onExample }: { readonly onExample: (example: string) => void }) {
  const { t } = useTranslation('finding')
  return (
    <DialogTrigger>
      <Button className={styles.helpButton ?? ''} aria-label={t('help')} data-testid="query-help">
        ?
      </Button>
      <Popover className={styles.helpPopover ?? ''} placement="bottom end">
        <Dialog className={styles.help ?? ''}>
          {({ close }) => (
            <>
              <Heading slot="title" className={styles.helpTitle ?? ''}>
                {t('helpTitle')}
              </Heading>
              <p className={styles.helpText}>{t('helpIntro')}</p>
              <dl className={styles.helpRows}>
                {rows.map((row) => {
                  const example = t(`example${row}`)
                  return (
                    <div key={row}>
                      <dt>
                        <button
                          type="button"
                          className={styles.example}
                          onClick={() => {
                            close()
                            onExample(example)
                          }}
                        >
                          {example}
                        </button>
                      </dt>
                      <dd>{t(`help${row}`)}</dd>
                    </div>
                  )
                })}
              </dl>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
