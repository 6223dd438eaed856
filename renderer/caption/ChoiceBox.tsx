import { useTranslation } from 'react-i18next'
import type { PhotoId } from '#contract'
import type { DraftedField } from './field-text.js'
import { Select } from '../ui/Select.js'
import type { Draft } from './draft.js'
import { shownText } from './draft.js'
import { type ChoiceField, choices } from './more-fields.js'
import { photoAutosave } from './photo-autosave.js'

interface ChoiceBoxProps {
  readonly draft: Draft<readonly PhotoId[], DraftedField>
  readonly field: ChoiceField
  readonly readOnly: boolean
  readonly mixed: string
}

/** Stand for what is no term: nothing said, and photos that differ. */
const none = 'none'
const differs = 'differs'

/** A field with a vocabulary: what is chosen is saved at once. */
export function ChoiceBox({ draft, field, readOnly, mixed }: ChoiceBoxProps) {
  const { t } = useTranslation('fields')
  const text = shownText(draft, field, photoAutosave.rules)
  const terms: readonly string[] = choices[field]
  const own = text === null || text === '' || terms.includes(text) ? [] : [{ value: text, label: text }]
  const options = [
    ...(text === null ? [{ value: differs, label: mixed }] : [{ value: none, label: t('notSaid') }]),
    // The compiler knows each list of terms by its field; their texts are checked by a test.
    ...terms.map((term) => ({ value: term, label: t(`${field}${term}` as 'urgency1') })),
    ...own,
  ]
  return (
    <Select
      label={t(field)}
      options={options}
      value={text === null ? differs : text === '' ? none : text}
      isDisabled={readOnly}
      onChange={(value) => {
        if (value === differs) return
        photoAutosave.dispatch({ type: 'type', field, text: value === none ? '' : value })
        photoAutosave.dispatch({ type: 'flush' })
      }}
      data-testid={`${field}-field`}
    />
  )
}
