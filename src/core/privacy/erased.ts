/** What stands in the place of an erased name. */

/** The number of the record keeps counts right. */
export function erasedLabel(id: string): string {
  return `Personne effacée ${id}`;
}

/** True for a name that was erased before. */
export function isErased(name: string | null): boolean {
  return name !== null && /^Personne effacée [A-Z]{1,5}-\d+$/u.test(name);
}
