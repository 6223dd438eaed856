import {
  type CorrectableField,
  type CorrectablePhotoField,
  correctablePhotoFields,
  type Photo,
  type PhotoFieldChanges,
} from '#contract'

/** What a photo says in a field that can be corrected, item by item; one item for a text. */
export function textsOf(photo: Photo, field: CorrectablePhotoField): readonly string[] {
  if (field === 'regions') return photo.regions.map(({ name }) => name)
  const value = photo[field]
  return typeof value === 'string' ? [value] : value
}

/** The field with these items in place of its own. Items of a list that come out alike become one. */
export function withTexts(photo: Photo, field: CorrectablePhotoField, texts: readonly string[]): PhotoFieldChanges {
  switch (field) {
    case 'regions':
      return { regions: photo.regions.map((region, at) => ({ ...region, name: texts[at] ?? region.name })) }
    case 'people':
    case 'creators':
    case 'keywords':
      return { [field]: [...new Set(texts)] }
    default:
      return { [field]: texts[0] ?? photo[field] }
  }
}

export function isPhotoField(field: CorrectableField): field is CorrectablePhotoField {
  return correctablePhotoFields.some((each) => each === field)
}
