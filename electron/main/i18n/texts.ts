import type { zhHant } from './zh-Hant.js'

export type TextKey = keyof typeof zhHant
/** A complete set of the shell's texts: a language that lacks one, or has one too many, does not compile. */
export type Texts = Record<TextKey, string>
