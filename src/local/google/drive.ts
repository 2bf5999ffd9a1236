/** Drive v3: its routes are declared in ./http.ts; every method is refused by its name until it is imitated here. */
import type { Method } from './methods.ts';

/** The methods of Drive v3. No file is made or found here yet. */
export function driveMethods(): Readonly<Record<string, Method>> {
  return {};
}
