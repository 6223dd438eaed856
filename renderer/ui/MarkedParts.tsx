import type { Part } from './text-difference.js'

/** A text with what the other one lacks marked. */
export function MarkedParts({ parts }: { readonly parts: readonly Part[] }) {
  let from = 0
  return parts.map(({ text, differs }) => {
    const key = from
    from += text.length
    return differs ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
}
