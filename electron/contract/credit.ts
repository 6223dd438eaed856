import { z } from 'zod'

/**
 * What a credit says of where a picture came from; who must be asked and paid follows from it. `shot` 攝; `provided` 供圖,
 * 提供; `agency` 新華社發, 圖片來源; `file` 資料圖; `screenshot` 截圖, 翻攝, 取自網路.
 */
export const CreditKind = z.enum(['shot', 'provided', 'agency', 'file', 'screenshot'])
export type CreditKind = z.infer<typeof CreditKind>

/** One statement of a credit; a line may hold several: `資料圖片;余俊亮攝`. */
export const CreditPart = z.object({
  kind: CreditKind,
  /** The word that introduces or names it where there is one: `圖源`, `攝影`, `資料圖片`. */
  label: z.string().nullable(),
  /** `記者`, `本報記者`, `通訊員`, `受訪者` …, as printed. */
  role: z.string().nullable(),
  /** People in the order of the line, without the blank that pads two-character names. */
  names: z.array(z.string()),
  organisation: z.string().nullable(),
})
export type CreditPart = z.infer<typeof CreditPart>

/** A credit as what it says; `kind`, `role` and `organisation` are those of the first part, `names` are of all. */
export const Credit = z.object({
  /** As it is printed, without brackets around the whole. */
  line: z.string(),
  kind: CreditKind,
  role: z.string().nullable(),
  names: z.array(z.string()),
  organisation: z.string().nullable(),
  parts: z.array(CreditPart).min(1),
})
export type Credit = z.infer<typeof Credit>

/** A credit that this desk has used, as it is offered while typing. */
export const KnownCredit = z.object({
  line: z.string(),
  /** How many photos carry it. */
  photos: z.int().nonnegative(),
  /**
   * What may be typed for it, lower case and without blanks: the line in simplified and in traditional characters, its pinyin
   * initials (`txygt` for 通訊員 供圖) and its whole pinyin.
   */
  keys: z.array(z.string()),
})
export type KnownCredit = z.infer<typeof KnownCredit>
