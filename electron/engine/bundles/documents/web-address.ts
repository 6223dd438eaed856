/** An address of the web in the characters that RFC 3986 allows; null where the text is none. */
export function webAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  const { href, hostname } = new URL(text)
  // What browsers let stand and the RFC does not.
  const written = href.replace(/[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]/g, (character) => encodeURIComponent(character))
  const isWhole = !/%(?![0-9A-Fa-f]{2})/.test(written) && /^[a-z0-9.-]+$/i.test(hostname)
  return isWhole && (written.match(/#/g) ?? []).length <= 1 ? written : null
}
