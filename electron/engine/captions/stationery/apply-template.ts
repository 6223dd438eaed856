import type { PhotoFields, Template, TemplateField } from '#contract'
import { fillText, type StationeryValues } from './fill-text.js'

const listFields = ['creators', 'keywords'] as const

/**
 * What a template changes in a photo. `set` replaces, `append` adds behind what is there, `if-empty` leaves what is there; fields
 * that come out as they were are left out.
 */
export function applyTemplate(
  template: Pick<Template, 'fields'>,
  photo: PhotoFields,
  values: StationeryValues,
): Partial<PhotoFields> {
  const changes: Partial<PhotoFields> = {}
  for (const { field, text, mode } of template.fields) {
    const filled = fillText(text, values).trim()
    if (isList(field)) {
      const there = changes[field] ?? photo[field]
      const given = itemsOf(filled)
      const next = mode === 'set' ? given : mode === 'append' ? union(there, given) : there.length > 0 ? there : given
      if (next.join('\n') !== photo[field].join('\n')) changes[field] = next
    } else {
      const there = changes[field] ?? photo[field]
      const next =
        mode === 'set' ? filled : mode === 'append' ? joined(there, filled) : there.trim() === '' ? filled : there
      if (next !== photo[field]) changes[field] = next
    }
  }
  return changes
}

function isList(field: TemplateField): field is (typeof listFields)[number] {
  return listFields.some((one) => one === field)
}

/** Several values as they are typed in one box. */
export function itemsOf(text: string): string[] {
  return union([], text.split(/[、;；,，\n]/u))
}

function union(there: readonly string[], given: readonly string[]): string[] {
  return [...new Set([...there, ...given.map((item) => item.trim()).filter((item) => item !== '')])]
}

/** Chinese goes on without a blank. */
function joined(there: string, given: string): string {
  if (there === '' || given === '') return there + given
  const isChinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef”’]$/u.test(there)
  return `${there}${isChinese ? '' : ' '}${given}`
}
