/** The sentence for each way in which a date cannot be read. */
export const dateProblems = {
  form: 'dateForm',
  day: 'dateDay',
  time: 'dateTime',
  offset: 'dateOffset',
} as const
