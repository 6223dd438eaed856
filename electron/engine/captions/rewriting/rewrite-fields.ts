import type { PhotoFieldChanges, PhotoFields, TemplateField } from '#contract'

/** What a rewriting changes in some of a photo's fields; fields that come out as they were are left out. */
export function rewriteFields(
  photo: PhotoFields,
  fields: readonly TemplateField[],
  rewrite: (text: string) => string,
): PhotoFieldChanges {
  const changes: PhotoFieldChanges = {}
  for (const field of fields) {
    if (field === 'creators' || field === 'keywords') {
      const before = photo[field]
      const after = [...new Set(before.map((item) => rewrite(item).trim()).filter((item) => item !== ''))]
      if (after.join('\n') !== before.join('\n')) changes[field] = after
    } else {
      const after = rewrite(photo[field])
      if (after !== photo[field]) changes[field] = after
    }
  }
  return changes
}
