/** The list of views that the sidebar can ask for. */
import type { View } from '../view.ts';

/** Every view. */
export const views: readonly View[] = [];

/** The view of that name, or null. */
export function viewNamed(name: string): View | null {
  return views.find((view) => view.name === name) ?? null;
}
