/** An id for a new record of the desk. */
export function newId(): string {
  return crypto.randomUUID()
}
