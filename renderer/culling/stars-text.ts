/** So many stars, 1 to 5, as a line. */
export function starsText(rating: number): string {
  return '★'.repeat(rating)
}
