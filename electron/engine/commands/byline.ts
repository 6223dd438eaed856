import type { Article } from '#contract'

/** `記者 田城 通訊員 柯陽 陳玉珍` (an ideographic space between the two), in the characters that the article's own text is written in. */
export function bylineOf({
  reporters,
  correspondents,
  text,
}: Pick<Article, 'reporters' | 'correspondents' | 'text'>): string {
  const isSimplified = /[们这说国会来时为对发]/u.test(text) && !/[們這說國會來時為對發]/u.test(text)
  const [reporter, correspondent] = isSimplified ? ['记者', '通讯员'] : ['記者', '通訊員']
  return [
    ...(reporters.length === 0 ? [] : [`${reporter} ${reporters.join(' ')}`]),
    ...(correspondents.length === 0 ? [] : [`${correspondent} ${correspondents.join(' ')}`]),
  ].join('\u3000')
}
