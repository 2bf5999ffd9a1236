/** What the forms of programmes and sessions send: bounded, and what is wrong with it in French. */
import * as z from 'zod';
import { french, quoted } from '../french.ts';
import {
  holidayPolicies,
  monthRanks,
  programmeAudiences,
  programmeFamilies,
  programmeModes,
  programmeRhythms,
  weekdays,
} from '../tables/programme.ts';
import type { Programme } from '../tables/programme.ts';
import type { Session } from '../tables/session.ts';
import { idText, longText, shortText } from '../stays/inputs.ts';

/** The number of a session. */
export const sessionId = idText('SEA');
/** A time as people type it; empty for none; whether it is one is said by `typedTimes`. */
export const timeInput = z.string().max(20).meta({ format: 'time' }).nullable();
/** A short list of words. */
export const words = z.array(z.string().max(80)).max(12);

const oneOf = <Choices extends Readonly<Record<string, string>>>(choices: Choices) =>
  z
    .enum(Object.keys(choices) as [keyof Choices & string, ...(keyof Choices & string)[]])
    .nullable()
    .optional();
const count = z.number().int().min(0).max(10_000).nullable().optional();
const hours = z.number().min(0).max(100).nullable().optional();
const flag = z.boolean().nullable().optional();

/** The fields of a programme that its form sends, by field; null empties one, what is absent stays. */
export const programmeFields = {
  name: z.string().max(120).nullable().optional(),
  family: oneOf(programmeFamilies),
  mode: oneOf(programmeModes),
  audience: oneOf(programmeAudiences),
  target_min: count,
  target_max: count,
  sessions_min: count,
  sessions_max: count,
  unit_hours_min: hours,
  unit_hours_max: hours,
  rhythm: oneOf(programmeRhythms),
  month_rank: oneOf(monthRanks),
  weekday: oneOf(weekdays),
  first_month: z.number().int().min(1).max(12).nullable().optional(),
  start_time: timeInput.optional(),
  end_time: timeInput.optional(),
  place: shortText.optional(),
  capacity: count,
  one_per_organisation: flag,
  networks: words.optional(),
  variants: words.optional(),
  alternate: flag,
  funder: shortText.optional(),
  charter_axes: words.optional(),
  holiday_policy: oneOf(holidayPolicies),
  notes: longText.optional(),
};

/** The fields of a session that may change without telling anybody. */
export const sessionFields = {
  title: z.string().max(200).nullable().optional(),
  programme: z.string().max(30).nullable().optional(),
  other_programmes: words.optional(),
  variant: shortText.optional(),
  provider: shortText.optional(),
  capacity: count,
  networks: words.optional(),
  one_per_organisation: flag,
  online_link: z.string().max(500).nullable().optional(),
  replay_link: z.string().max(500).nullable().optional(),
  notes: longText.optional(),
};

/** Why a link cannot be kept, in French; null when it is one or empty. */
export function wrongLink(links: Readonly<Record<string, string | null | undefined>>): string | null {
  for (const [label, link] of Object.entries(links))
    if (link !== null && link !== undefined && link.trim() !== '' && !/^https:\/\/[^\s<>"«»]+$/u.test(link.trim()))
      return french`${label} : ${quoted(link)} n’est pas un lien. Collez une adresse qui commence par https://.`;
  return null;
}

/** Why a forecast contradicts itself, in French, or null. */
export function wrongForecast(programme: Programme): string | null {
  const pairs = [
    ['structures', programme.target_min, programme.target_max],
    ['séances', programme.sessions_min, programme.sessions_max],
    ['heures par rendez-vous', programme.unit_hours_min, programme.unit_hours_max],
  ] as const;
  for (const [what, least, most] of pairs)
    if (least !== null && most !== null && most < least)
      return french`Prévision de ${what} : le maximum (${most}) est plus petit que le minimum (${least}).`;
  return null;
}

/** A list as it is kept: tidy, each once. */
export function tidyList(list: readonly string[]): readonly string[] {
  const tidy = list.map((word) => word.replaceAll(';', ',').replace(/\s+/gu, ' ').trim()).filter((word) => word !== '');
  return [...new Set(tidy)];
}

/** The programmes that a session names but « Programmes » does not know, in French; null when all are known. */
export function unknownProgramme(
  { programme, other_programmes: others }: Pick<Session, 'programme' | 'other_programmes'>,
  programmes: readonly Programme[],
): string | null {
  const codes = new Set(programmes.map(({ code }) => code));
  const unknown = [programme, ...others].find((code) => code !== null && !codes.has(code));
  return unknown === undefined || unknown === null
    ? null
    : french`Le programme ${quoted(unknown)} n’est pas dans « Programmes » : choisissez-en un de la liste, ou ajoutez-le d’abord.`;
}
