import { gridCharts } from './grid-charts.ts';
import { gridFormats } from './grid-formats.ts';
import { gridMenus } from './grid-menus.ts';
import { gridMessages } from './grid-messages.ts';
import { gridPanels } from './grid-panels.ts';

const dictionary = new Map(
  [gridCharts, gridFormats, gridMessages, gridPanels, gridMenus].flatMap((terms) => Object.entries(terms)),
);

/** The French for a term of the engine, spaces around it kept; the term itself when we have none. */
export function french(term: string): string {
  const bare = term.trim().replace(/\s+/gu, ' ');
  const found = dictionary.get(term) ?? dictionary.get(bare);
  if (found === undefined) return term;
  return dictionary.has(term)
    ? found
    : term.replace(/^(\s*)[^]*?(\s*)$/u, (_whole, before: string, after: string) => before + found + after);
}
