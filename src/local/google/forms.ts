/** Forms v1: its routes are declared in ./http.ts; every method is refused by its name until it is imitated here. */
import type { Method } from './methods.ts';

/** The methods of Forms v1. No form is made or read here yet. */
export function formsMethods(): Readonly<Record<string, Method>> {
  return {};
}
