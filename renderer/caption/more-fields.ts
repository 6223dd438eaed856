import type { TypedField } from '#contract'

/** The fields that are filled in less often, by what they are about, in the order in which Tab visits them. */
export const moreFieldGroups = [
  { group: 'where', fields: ['event', 'city', 'province', 'country', 'countryCode'] },
  {
    group: 'rights',
    fields: [
      'copyright',
      'usageTerms',
      'rightsUrl',
      'supplier',
      'embargo',
      'expires',
      'doNotUse',
      'sensitive',
      'modelRelease',
      'minorAge',
    ],
  },
  { group: 'access', fields: ['altText', 'extendedDescription'] },
  {
    group: 'origin',
    fields: ['source', 'digitalSourceType', 'dataMining', 'aiSystem', 'aiSystemVersion', 'aiPrompt', 'aiPromptWriter'],
  },
  {
    group: 'other',
    fields: [
      'title',
      'jobId',
      'captionWriter',
      'jobTitle',
      'instructions',
      'urgency',
      'rating',
      'label',
      'flag',
      'guid',
    ],
  },
] as const satisfies readonly { group: string; fields: readonly TypedField[] }[]

export type MoreField = (typeof moreFieldGroups)[number]['fields'][number]
export const moreFields: readonly MoreField[] = moreFieldGroups.flatMap(({ fields }): readonly MoreField[] => fields)

/**
 * What the fields with a vocabulary may say: IPTC's Digital Source Type NewsCodes, PLUS's Data Mining, IIM 2:10 Urgency and XMP Rating.
 * Another term that a file brought is kept and shown as it is.
 */
export const choices = {
  digitalSourceType: [
    'digitalCapture',
    'negativeFilm',
    'positiveFilm',
    'print',
    'computationalCapture',
    'humanEdits',
    'screenCapture',
    'virtualRecording',
    'composite',
    'compositeCapture',
    'compositeSynthetic',
    'compositeWithTrainedAlgorithmicMedia',
    'algorithmicallyEnhanced',
    'algorithmicMedia',
    'trainedAlgorithmicMedia',
    'dataDrivenMedia',
    'digitalCreation',
  ],
  dataMining: [
    'DMI-UNSPECIFIED',
    'DMI-ALLOWED',
    'DMI-PROHIBITED-AIMLTRAINING',
    'DMI-PROHIBITED-GENAIMLTRAINING',
    'DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING',
    'DMI-PROHIBITED',
    'DMI-PROHIBITED-SEECONSTRAINT',
    'DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR',
    'DMI-PROHIBITED-SEELINKEDRIGHTSEXPR',
  ],
  urgency: ['1', '2', '3', '4', '5', '6', '7', '8'],
  modelRelease: ['MR-NON', 'MR-NAP', 'MR-UMR', 'MR-LMR'],
  minorAge: [
    'AG-UNK',
    'AG-A25',
    'AG-A24',
    'AG-A23',
    'AG-A22',
    'AG-A21',
    'AG-A20',
    'AG-A19',
    'AG-A18',
    'AG-A17',
    'AG-A16',
    'AG-A15',
    'AG-A14',
    'AG-U14',
  ],
  flag: ['pick', 'reject'],
  rating: ['5', '4', '3', '2', '1', '0', '-1'],
} as const satisfies Partial<Record<MoreField, readonly string[]>>

export type ChoiceField = keyof typeof choices

export function isChoice(field: MoreField): field is ChoiceField {
  return Object.hasOwn(choices, field)
}
