/** Which programme a title names, by the aliases of the programmes' list. */
import { remembered } from '../remembered.ts';
import programmesCsv from '../data/programmes-2023.csv';
import { csvRows } from '../data/csv-rows.ts';
import { words } from './values/text.ts';

/** A target written in a title: « 10-15 audits ». */
export interface Forecast {
  readonly programme: string;
  readonly target_min: number;
  readonly target_max: number;
  readonly raw: string;
}

interface Alias {
  readonly code: string;
  readonly words: readonly string[];
}

// Services and spaces hold no sessions; their names (« Salle de réunion ») are places in a title.
const WITHOUT_SESSIONS = new Set(['hosting', 'complementary_service']);

const ALIASES: ReadonlyMap<string, readonly Alias[]> = indexByFirstWord(readAliases());

/** The code of the programme that a text names first, or `null`; at the same place the longest alias wins. */
export const programmeIn = remembered((text): string | null => {
  const said = stems(text);
  for (let start = 0; start < said.length; start += 1) {
    const here = (ALIASES.get(said[start] ?? '') ?? []).filter((alias) => isAt(alias, said, start));
    const [longest] = [...here].sort((a, b) => b.words.length - a.words.length);
    if (longest !== undefined) return longest.code;
  }
  return null;
});

/** The targets by programme announced in a title: « Prévision : 15 diag / 10-15 audits ». */
export function forecastsIn(text: string): readonly Forecast[] {
  const list = /(?:pr[ée]visions?|pr[ée]vus?|objectifs?|cibles?)\s*(?:20\d\d)?\s*:?\s*(.*)$/iu.exec(text)?.[1] ?? '';
  return list.split(/\s*[/;,•|]\s*|\s+et\s+/u).flatMap((piece): Forecast[] => {
    const found = /^(\d+)(?:\s*(?:-|–|à|ou)\s*(\d+))?\s+(\p{L}.*)$/iu.exec(piece.trim());
    const programme = found === null ? null : programmeIn(found[3] ?? '');
    if (found === null || programme === null) return [];
    const target = Number(found[1]);
    return [{ programme, target_min: target, target_max: Number(found[2] ?? target), raw: piece.trim() }];
  });
}

function readAliases(): readonly Alias[] {
  return csvRows(programmesCsv)
    .filter((row) => !WITHOUT_SESSIONS.has(row['family'] ?? ''))
    .flatMap((row) => {
      const names = [row['name'] ?? '', ...(row['aliases'] ?? '').split('|')];
      return names.map((name) => ({ code: row['code'] ?? '', words: stems(name) }));
    })
    .filter((alias) => alias.words.length > 0);
}

function indexByFirstWord(aliases: readonly Alias[]): ReadonlyMap<string, readonly Alias[]> {
  const index = new Map<string, Alias[]>();
  for (const alias of aliases) {
    const first = alias.words[0] ?? '';
    index.set(first, [...(index.get(first) ?? []), alias]);
  }
  return index;
}

function isAt(alias: Alias, said: readonly string[], start: number): boolean {
  return alias.words.every((word, index) => said[start + index] === word);
}

// « Clubs » is « Club »; « Déj's » and « Déjs » are « Déj ».
function stems(text: string): readonly string[] {
  return words(text)
    .map((word) => (word.length > 2 ? word.replace(/[sx]$/u, '') : word))
    .filter((word) => word !== 's');
}
