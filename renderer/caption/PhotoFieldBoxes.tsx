import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoId, StoryId } from '#contract'
import type { DraftedField } from './field-text.js'
import { readCameraTime } from './camera-time-text.js'
import { dateProblems } from './date-problems.js'
import { CaptionField } from './CaptionField.js'
import { expandDeskCode } from './code-expansion.js'
import { CreditField } from './CreditField.js'
import type { Draft } from './draft.js'
import { shownText } from './draft.js'
import { DraftField } from './DraftField.js'
import { MoreFields } from './MoreFields.js'
import { photoAutosave } from './photo-autosave.js'

interface PhotoFieldBoxesProps {
  readonly draft: Draft<readonly PhotoId[], DraftedField>
  readonly readOnly: boolean
  readonly storyId: StoryId | null
  /** The photos just selected are still being read. */
  readonly waiting: boolean
  readonly captionBox: RefObject<(HTMLTextAreaElement & HTMLInputElement) | null>
  readonly onNext: (() => void) | undefined
  /** How many people are boxed in the picture; null where several photos are selected. */
  readonly boxed: number | null
  /** Stands below the caption. */
  readonly children: ReactNode
}

/** The boxes in the order in which Tab visits them: caption, credit, and then what is filled in less often. */
export function PhotoFieldBoxes({
  draft,
  readOnly,
  storyId,
  waiting,
  captionBox,
  onNext,
  boxed,
  children,
}: PhotoFieldBoxesProps) {
  const { t } = useTranslation('caption')
  const { t: tPeople } = useTranslation('people')
  const common = { autosave: photoAutosave, draft, readOnly, mixed: t('mixed'), expand: expandDeskCode }
  const date = readCameraTime(shownText(draft, 'takenAt', photoAutosave.rules) ?? '')
  return (
    <>
      <CaptionField
        autosave={photoAutosave}
        draft={draft}
        readOnly={readOnly}
        mixed={common.mixed}
        box={captionBox}
        onNext={onNext}
      />
      {children}
      <CreditField {...common} storyId={storyId} waiting={waiting} />
      <DraftField
        {...common}
        field="creators"
        label={t('creators')}
        placeholder={t('creatorsHint')}
        testId="creators-field"
      />
      <DraftField {...common} field="headline" wraps label={t('headline')} testId="headline-field" />
      <DraftField
        {...common}
        field="keywords"
        label={t('keywords')}
        placeholder={t('keywordsHint')}
        testId="keywords-field"
      />
      <DraftField
        {...common}
        field="people"
        label={t('people')}
        placeholder={t('peopleHint')}
        hint={boxed === null || boxed === 0 ? undefined : tPeople('marked', { count: boxed })}
        testId="people-field"
      />
      <DraftField {...common} field="place" label={t('place')} testId="place-field" />
      <DraftField
        {...common}
        field="takenAt"
        label={t('takenAt')}
        placeholder={t('takenAtPlaceholder')}
        problem={date.ok ? null : t(dateProblems[date.problem])}
        testId="date-field"
      />
      <MoreFields {...common} />
    </>
  )
}
