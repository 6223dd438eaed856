/** A text as XML 1.0 can hold it (2.2, Char): what it cannot becomes U+FFFD. Not escaped. */
export function xmlText(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
}
