import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoId } from '#contract'
import type { DraftedField } from './field-text.js'
import { fieldForms } from '#contract'
import { recordsOf, useDesk } from '../desk/useDesk.js'
import { ChevronIcon } from '../ui/icons.js'
import { readCameraTime } from './camera-time-text.js'
import { ChoiceBox } from './ChoiceBox.js'
import type { Expand } from './code-expansion.js'
import { dateProblems } from './date-problems.js'
import type { Draft } from './draft.js'
import { shownText } from './draft.js'
import { DraftField } from './DraftField.js'
import { LocationRows } from './LocationRows.js'
import { isChoice, type MoreField, moreFieldGroups, moreFields } from './more-fields.js'
import styles from './MoreFields.module.css'
import { photoAutosave } from './photo-autosave.js'
import { useMoreFields } from './useMoreFields.js'

interface MoreFieldsProps {
  readonly draft: Draft<readonly PhotoId[], DraftedField>
  readonly readOnly: boolean
  readonly mixed: string
  readonly expand: Expand
}

/** The rest of a photo's fields: place, rights, accessibility, origin, and others. */
export function MoreFields(props: MoreFieldsProps) {
  const { t } = useTranslation('fields')
  const [open, setOpen] = useMoreFields()
  const id = useId()
  const filled = [...moreFields, ...locationFields].filter(
    (field) => shownText(props.draft, field, photoAutosave.rules) !== '',
  ).length
  return (
    <section className={styles.more} data-testid="more-fields">
      <h3 className={styles.heading}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          data-testid="more-fields-toggle"
        >
          <span className={styles.chevron} data-open={open}>
            <ChevronIcon />
          </span>
          {t('more')}
          {filled > 0 && <span className={styles.filled}>{t('filled', { count: filled })}</span>}
        </button>
      </h3>
      {open && (
        <div id={id} className={styles.groups}>
          {moreFieldGroups.map(({ group, fields }) => (
            <fieldset key={group} className={styles.group}>
              <legend className={styles.legend}>{t(`group${group}`)}</legend>
              {fields.map((field: MoreField) => (
                <OneField key={field} field={field} {...props} />
              ))}
              {group === 'where' &&
                locationFields.map((field) => <LocationRows key={field} field={field} {...props} />)}
            </fieldset>
          ))}
        </div>
      )}
    </section>
  )
}

function OneField({ field, draft, readOnly, mixed, expand }: MoreFieldsProps & { readonly field: MoreField }) {
  const { t } = useTranslation('fields')
  const { t: tCaption } = useTranslation('caption')
  if (isChoice(field)) {
    return (
      <div className={styles.half}>
        <ChoiceBox draft={draft} field={field} readOnly={readOnly} mixed={mixed} />
      </div>
    )
  }
  const form = fieldForms[field]
  const date = form === 'time' ? readCameraTime(shownText(draft, field, photoAutosave.rules) ?? '') : null
  return (
    <DraftField
      autosave={photoAutosave}
      draft={draft}
      // A picture's own number is the camera's or the supplier's to give.
      readOnly={readOnly || field === 'guid'}
      mixed={mixed}
      expand={expand}
      field={field}
      label={t(field)}
      className={halves.includes(field) ? styles.half : styles.whole}
      testId={`${field}-field`}
      {...(form === 'text' ? { rows: 2 } : {})}
      {...(form === 'time' ? { placeholder: tCaption('takenAtPlaceholder') } : {})}
      problem={date === null || date.ok ? null : tCaption(dateProblems[date.problem])}
      {...(field === 'event' ? { children: <KnownEvents />, list: knownEvents } : {})}
    />
  )
}

/** Places taken apart, below the four fields that say the same of one. */
const locationFields = ['locationCreated', 'locationsShown'] as const

/** Short enough to stand two in a line. */
const halves: readonly MoreField[] = [
  'city',
  'province',
  'country',
  'countryCode',
  'embargo',
  'expires',
  'aiSystem',
  'aiSystemVersion',
  'jobId',
  'title',
  'captionWriter',
  'jobTitle',
  'label',
]

const knownEvents = 'known-events'

/** The desk's events, offered in the event's box. */
function KnownEvents() {
  const events = recordsOf(useDesk(), 'fact').filter(({ factKind }) => factKind === 'event')
  return (
    <datalist id={knownEvents}>
      {events.map(({ id, name }) => (
        <option key={id} value={name} />
      ))}
    </datalist>
  )
}
