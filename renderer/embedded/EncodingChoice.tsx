import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CutlineError, IimEncoding, type Photo } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Button } from '../ui/Button.js'
import { useNotices } from '../ui/notices.js'
import { Select } from '../ui/Select.js'
import styles from './EmbeddedDialog.module.css'

interface EncodingChoiceProps {
  readonly photos: readonly Photo[]
  /** In what the one photo's texts are read; null for several photos, where a button begins it. */
  readonly encoding: IimEncoding | null
  /** An encoding that is nearly as likely. */
  readonly doubt: IimEncoding | null
  readonly readOnly: boolean
}

/** The encoding of texts that declare none, and how to change it. */
export function EncodingChoice({ photos, encoding, doubt, readOnly }: EncodingChoiceProps) {
  const { t } = useTranslation('embedded')
  const errorText = useErrorText()
  const { say, fail } = useNotices()
  const [chosen, setChosen] = useState<IimEncoding | 'auto'>('auto')
  const [isBusy, setBusy] = useState(false)
  const encodings = IimEncoding.options.map((value) => ({ value, label: t(`encoding${value}`) }))

  const decode = (choice: IimEncoding | null) => {
    setBusy(true)
    invoke('photos.decodeAgain', { ids: photos.map(({ id }) => id), encoding: choice })
      .then(
        ({ changed, failed }) => {
          const done = changed > 0 ? t('decoded', { count: changed }) : t('decodedNone')
          say(failed.length > 0 ? `${done} ${t('decodeFailed', { count: failed.length })}` : done)
        },
        (thrown: unknown) => fail(t('couldNot', { reason: errorText(CutlineError.from(thrown)) })),
      )
      .finally(() => setBusy(false))
  }
  if (readOnly) return null
  return (
    <div className={styles.encoding}>
      {encoding !== null ? (
        <Select
          label={t('encoding')}
          options={encodings}
          value={encoding}
          onChange={(value) => {
            if (value !== encoding && !isBusy) decode(value)
          }}
          data-testid="encoding-choice"
        />
      ) : (
        <div className={styles.row}>
          <Select
            label={t('encoding')}
            options={[{ value: 'auto' as const, label: t('encodingAuto') }, ...encodings]}
            value={chosen}
            onChange={setChosen}
            data-testid="encoding-choice"
          />
          <Button
            isDisabled={isBusy}
            onPress={() => decode(chosen === 'auto' ? null : chosen)}
            data-testid="encoding-decode"
          >
            {t('decode')}
          </Button>
        </div>
      )}
      {doubt !== null && (
        <p className={styles.doubt} role="status" data-testid="encoding-doubt">
          {t('doubt', { encoding: t(`encoding${doubt}`) })}
        </p>
      )}
      <p className={styles.reason}>{encoding === null ? t('encodingManyHint') : t('encodingHint')}</p>
    </div>
  )
}
