import type { Embedded, EmbeddedSource, Photo, PhotoField } from '#contract'

/** One value of a field, with the sources that state it. */
export interface StatedValue {
  sources: EmbeddedSource[]
  value: unknown
  /** It is what the photo says now. */
  inUse: boolean
}

export interface EmbeddedRow {
  field: PhotoField
  reason: Embedded['readings'][number]['reason']
  /** Sources say different things. */
  differs: boolean
  values: StatedValue[]
  /** The photo says something that none of the sources states; undefined where one does. */
  edited: unknown
}

/** Fields that a file states, each with its values; equal values stand once. The order is the contract's. */
export function embeddedRows(embedded: Embedded, photo: Photo): EmbeddedRow[] {
  return embedded.readings.map(({ field, reason, differing }) => {
    const values: StatedValue[] = []
    for (const { source, fields } of embedded.sources) {
      const value: unknown = fields[field]
      if (value === undefined) continue
      const same = values.find((each) => isEqual(each.value, value))
      if (same) same.sources.push(source)
      else values.push({ sources: [source], value, inUse: isEqual(value, photo[field]) })
    }
    const edited = values.some(({ inUse }) => inUse) ? undefined : photo[field]
    return { field, reason, differs: differing.length > 0, values, edited }
  })
}

/** Values are JSON whose keys the contract's schemas put in one order. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
