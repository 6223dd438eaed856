import { invoke } from '../bridge/bridge.js'

export interface Expansion {
  readonly text: string
  /** Where the caret goes, UTF-16 units. */
  readonly caret: number
}

/** Expands the code that was just closed before the caret; null where there is none. */
export type Expand = (text: string, caret: number) => Promise<Expansion | null>

/** The desk's codes. What cannot be asked for just now is left as it was typed. */
export const expandDeskCode: Expand = async (text, caret) => {
  const answer = await invoke('codes.expand', { text, caret }).catch(() => null)
  return answer?.expanded ?? null
}

/** What a code ends with: the backslash key, as a Chinese input method gives it too. */
const delimiter = /[\\＼、]/u

/** Expands a code in a box whose text has just changed, unless somebody has typed on meanwhile. */
export function expandCode(
  box: HTMLInputElement | HTMLTextAreaElement,
  text: string,
  caret: number,
  expand: Expand | undefined,
  typed: (text: string) => void,
): void {
  if (expand === undefined || !delimiter.test(text.charAt(caret - 1))) return
  void expand(text, caret).then((expansion) => {
    if (expansion === null || box.value !== text) return
    typed(expansion.text)
    // Once the box shows it.
    requestAnimationFrame(() => {
      if (box.value === expansion.text) box.setSelectionRange(expansion.caret, expansion.caret)
    })
  })
}
