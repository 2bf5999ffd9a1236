/** What the title of a tab says: itself, its year, the day it was last brought up to date. */
import type { Metadata } from './types.ts';
import { readDateText } from './values/date.ts';

/** `title` when there is one; `year` and `updated_on` when they are written in it, in the tab's name or in the lines below it. */
export function titleMetadata(tab: string, lines: readonly string[]): Metadata {
  const [title = null, ...others] = lines;
  const said = firstOf([title ?? '', tab, ...others], yearOf);
  const updated = firstOf(lines, (line) => updatedOn(line, said));
  const year = said ?? (updated === null ? null : Number(updated.slice(0, 4)));
  return {
    ...(title === null ? {} : { title }),
    ...(year === null ? {} : { year }),
    ...(updated === null ? {} : { updated_on: updated }),
  };
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}

/** The first year written in a text outside of its dates, or `null`. */
export function yearOf(text: string): number | null {
  const undated = text.replace(/\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d)/gu, ' ');
  const season = /(?<!\d)20(\d{2})\s*[-/]\s*(?:20)?(\d{2})(?!\d)/u.exec(undated);
  if (season !== null && Number(season[2]) === Number(season[1]) + 1) return 2000 + Number(season[2]);
  const year = /(?<!\d)(?:19[5-9]|20[0-9])\d(?!\d)/u.exec(undated);
  return year === null ? null : Number(year[0]);
}

const UPDATED =
  /(?:\bm[aà]j|mise?s? [àa] jour|actualis[ée]+e?s?|[àa] jour|\barr[êe]t[ée]e?s?)\s*(?:le|du|au)?\s*:?\s*([^)\]]{3,20})/iu;
// « Adhérents au 30/11/2021 », but neither « du 1/9 au 30/11 » nor « Solde au 31/12 ».
const AS_OF =
  /^(?!.*\b(?:du|soldes?|report)\b).*(?:adh[ée]rent|membre|liste|annuaire|occupation|situation|\b[ée]tat\b).*\bau\s+(\d{1,2}(?:er)?[\s/.-][^)\]]{1,20})/iu;

function updatedOn(title: string, year: number | null): string | null {
  const found = UPDATED.exec(title) ?? AS_OF.exec(title);
  if (found?.[1] === undefined) return null;
  const date = readDateText(found[1].trim(), year ?? 0);
  return date.state === 'date' && (year !== null || !date.derived) ? date.date.value : null;
}
