/** « Programmes »: each with its rhythm and its forecast; a programme opens as a card. */
import * as z from 'zod';
import { capital, french, frenchNumber } from '../french.ts';
import { groupBy } from '../group.ts';
import { sessionDesk, sessionTabs } from '../sessions/read.ts';
import { rhythmText } from '../sessions/rhythm-text.ts';
import { programmeFamilies, programmeModes } from '../tables/programme.ts';
import type { Programme } from '../tables/programme.ts';
import type { View } from '../view.ts';

/** One programme in a list. */
export interface ProgrammeItem {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** French: « chaque mois, 1er lundi, 18 h – 20 h »; null when nothing is set. */
  readonly rhythm: string | null;
  /** French: « 10 à 15 structures, 12 séances »; null without a forecast. */
  readonly forecast: string | null;
}

/** The answer of the view « programmes »; input: {programme?}. */
export interface ProgrammesView {
  readonly families: readonly { readonly title: string; readonly items: readonly ProgrammeItem[] }[];
  readonly card: { readonly item: ProgrammeItem; readonly programme: Programme; readonly mode: string | null } | null;
  /** How many programmes do not say yet what they are; the list can complete them. */
  readonly toComplete: number;
}

const input = z.object({ programme: z.string().max(20) });

/** The view « programmes ». */
export const programmesView: View = {
  name: 'programmes',
  reads: sessionTabs,
  view: (state, asked): ProgrammesView => {
    const wanted = input.safeParse(asked);
    const { programmes } = sessionDesk(state);
    const chosen = wanted.success ? programmes.find(({ id }) => id === wanted.data.programme) : undefined;
    const families = groupBy(programmes, ({ family }) => family ?? '');
    const known = [...Object.entries(programmeFamilies), ['', 'autres'] as const];
    return {
      families: known.flatMap(([family, title]) => {
        const items = families.get(family);
        return items === undefined ? [] : [{ title: capital(title), items: items.map(itemOf) }];
      }),
      card:
        chosen === undefined
          ? null
          : {
              item: itemOf(chosen),
              programme: chosen,
              mode: chosen.mode === null ? null : programmeModes[chosen.mode],
            },
      toComplete: programmes.length === 0 ? 1 : programmes.filter(({ mode }) => mode === null).length,
    };
  },
};

function itemOf(programme: Programme): ProgrammeItem {
  const { id, code, name } = programme;
  return {
    id,
    code: code ?? '',
    name: name ?? code ?? id,
    rhythm: rhythmText(programme),
    forecast: forecastText(programme),
  };
}

/** « 10 à 15 structures, 12 séances »: forecasts are exact, a range, a floor or a ceiling (domain: A17-12). */
function forecastText(programme: Programme): string | null {
  const { target_min: least, target_max: most, sessions_min: few, sessions_max: many } = programme;
  const parts = [rangeText(least, most, 'structure'), rangeText(few, many, 'séance')].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function rangeText(least: number | null, most: number | null, noun: string): string | null {
  const nouns = (count: number) => (count < 2 ? noun : `${noun}s`);
  if (least !== null && most !== null)
    return least === most
      ? french`${frenchNumber(most)} ${nouns(most)}`
      : french`${frenchNumber(least)} à ${frenchNumber(most)} ${nouns(most)}`;
  if (most !== null) return french`jusqu’à ${frenchNumber(most)} ${nouns(most)}`;
  return least === null ? null : french`${frenchNumber(least)} ${nouns(least)} au moins`;
}
