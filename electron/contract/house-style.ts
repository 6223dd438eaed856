import { z } from 'zod'

/**
 * How one kind of credit prints. `{organisation}`, `{role}` and `{names}` stand for what the credit says; blanks and signs
 * inside the braces print only where the value is there: `{organisation}{role}{ names} 攝`.
 */
const Pattern = z.string().min(1).max(200)

/** How places in a row are counted: 左二 or 左2. */
export const Numerals = z.enum(['han', 'arabic'])
export type Numerals = z.infer<typeof Numerals>

/** A desk's way to print credits (本社體例). */
export const HouseStyle = z.object({
  /** Name of its file: lower-case letters, digits, hyphens. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.object({ 'zh-Hant': z.string(), 'zh-Hans': z.string(), en: z.string() }),
  /** Roles, organisations and marks are written in it; names of people never change. */
  script: z.enum(['zh-Hans', 'zh-Hant', 'en']),
  /** Two-character names take three places, an ideographic space inside. */
  padNames: z.boolean(),
  /** Of position markers. Styles stored before there was a choice count in Han numerals. */
  numerals: Numerals.default('han'),
  nameSeparator: z.string().min(1).max(5),
  /** Between two credits on one line. */
  partSeparator: z.string().min(1).max(5),
  /** Around what an agency issues for somebody else: 新华社发（陈颖 摄）. */
  brackets: z.tuple([z.string(), z.string()]),
  credit: z.object({
    shot: Pattern,
    provided: Pattern,
    /** Issued by a news agency: 新华社发. */
    issued: Pattern,
    /** Any other source: 图片来源：智谱. */
    source: Pattern,
    file: Pattern,
    /** Somebody copied it: 記者陳彥廷翻攝. */
    screenshot: Pattern,
    /** Copied from a named place: 翻攝自臉書. */
    copied: Pattern,
    /** A screenshot that names nobody. */
    bareScreenshot: Pattern,
  }),
})
export type HouseStyle = z.infer<typeof HouseStyle>
