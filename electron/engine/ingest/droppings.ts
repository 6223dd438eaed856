/** Whether a name is one of those that systems and other programs leave in folders. */
export function isDropping(name: string): boolean {
  return /^(\.(?!\.$)|thumbs\.db$|desktop\.ini$|__macosx$|ehthumbs\.db$)/i.test(name)
}
