import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SpellingGroup, SpellingList } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { newId } from '../desk/new-id.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { useFailure } from '../shell/useFailure.js'
import { Blank } from '../ui/Blank.js'
import { Button } from '../ui/Button.js'
import { CheckIcon, PictureIcon, WarningIcon } from '../ui/icons.js'
import frame from '../ui/Screen.module.css'
import { useSpellings } from './useWorklists.js'
import styles from './Worklists.module.css'

interface SpellingsProps {
  readonly list: SpellingList
  readonly readOnly: boolean
  readonly onBack: () => void
  readonly onShowValue: (list: SpellingList, value: string) => void
  readonly onCorrect: (from: string, to: string) => void
}

/** Groups of values that may be one: the right one is chosen and the others corrected, or they are said to be different. */
export function Spellings({ list, readOnly, onBack, onShowValue, onCorrect }: SpellingsProps) {
  const { t } = useTranslation('worklists')
  const errorText = useErrorText()
  const { groups, more, error } = useSpellings(list)
  return (
    <section className={frame.screen} aria-label={t(`spelling-${list}`)} data-testid="spellings">
      <header className={frame.bar}>
        <Button variant="quiet" onPress={onBack}>
          {t('back')}
        </Button>
        <h2 className={frame.title}>{t(`spelling-${list}`)}</h2>
      </header>
      <div className={styles.stage}>
        {error !== null ? (
          <Blank icon={<WarningIcon />} title={errorText(error)} role="alert" />
        ) : groups === null ? (
          <Blank icon={<PictureIcon />} title={t('counting')} />
        ) : groups.length === 0 ? (
          <Blank icon={<CheckIcon />} title={t('noneLeft')} />
        ) : (
          <ul className={styles.groups}>
            {groups.map((group) => (
              <Group
                key={group.spellings.map(({ value }) => value).join('\n')}
                group={group}
                readOnly={readOnly}
                onShow={(value) => onShowValue(list, value)}
                onCorrect={onCorrect}
              />
            ))}
            {more > 0 && <li className={styles.hint}>{t('moreGroups', { count: more })}</li>}
          </ul>
        )}
      </div>
    </section>
  )
}

interface GroupProps {
  readonly group: SpellingGroup
  readonly readOnly: boolean
  readonly onShow: (value: string) => void
  readonly onCorrect: (from: string, to: string) => void
}

function Group({ group: { reason, spellings }, readOnly, onShow, onCorrect }: GroupProps) {
  const { t, i18n } = useTranslation('worklists')
  const attempt = useFailure()
  const [right, setRight] = useState(spellings[0]?.value ?? '')
  const number = new Intl.NumberFormat(i18n.language)
  const values = spellings.map(({ value }) => value)
  return (
    <li className={styles.group} data-testid="spelling-group">
      <fieldset className={styles.spellings}>
        <legend className={styles.hint}>{t(`reason-${reason}`)}</legend>
        {spellings.map(({ value, count }) => (
          <div key={value} className={styles.spelling}>
            <label>
              <input
                type="radio"
                name={values.join('\n')}
                checked={value === right}
                onChange={() => setRight(value)}
                aria-label={t('isRight', { value })}
              />
              <span className={styles.value}>{value}</span>
            </label>
            <button type="button" className={styles.link} onClick={() => onShow(value)}>
              {t('photos', { count, number: number.format(count) })}
            </button>
            {value !== right && !readOnly && (
              <Button onPress={() => onCorrect(value, right)} data-testid="unify">
                {t('unify', { value: right })}
              </Button>
            )}
          </div>
        ))}
      </fieldset>
      {!readOnly && (
        <Button
          variant="quiet"
          onPress={() =>
            attempt(async () => {
              await invoke('desk.put', { records: [{ kind: 'distinct', id: newId(), values }] })
            })
          }
          data-testid="distinct"
        >
          {t('distinct')}
        </Button>
      )}
    </li>
  )
}
