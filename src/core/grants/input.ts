/** What the forms of a grant ask, and what must hold of it. */
import * as z from 'zod';
import type { Day } from '../day.ts';
import { firstDayOf, frenchDay, lastDayOf } from '../day.ts';
import { euros, french, frenchDate, quoted } from '../french.ts';
import { closedBecause, workingDayBy } from '../holidays.ts';
import { fold } from '../reading/values/text.ts';
import { cents, dayText, firstReason, longText, shortText, wrongDay } from '../stays/inputs.ts';
import { allocationMethods, grantStates, grantTable } from '../tables/grant.ts';
import type { Grant } from '../tables/grant.ts';
import { isDecided } from './parts.ts';
import { funderKey, grantName } from './read.ts';
import type { Grants } from './read.ts';

const state = z.enum(Object.keys(grantStates) as [keyof typeof grantStates, ...(keyof typeof grantStates)[]]);
const method = z.enum(
  Object.keys(allocationMethods) as [keyof typeof allocationMethods, ...(keyof typeof allocationMethods)[]],
);

/** The fields of a grant that forms send; null empties one, what is absent stays. */
export const grantFields = {
  desk: shortText.optional(),
  purpose: shortText.optional(),
  project: shortText.optional(),
  state: state.optional(),
  requested: cents.optional(),
  awarded: cents.optional(),
  period_start: dayText.optional(),
  period_end: dayText.optional(),
  allocation: method.nullable().optional(),
  rate: z.number().min(0).max(100).nullable().optional(),
  rate_is_cap: z.boolean().nullable().optional(),
  cap: cents.optional(),
  is_public: z.boolean().nullable().optional(),
  deadline: dayText.optional(),
  decided_on: dayText.optional(),
  agreement_on: dayText.optional(),
  report_due: dayText.optional(),
  reported_on: dayText.optional(),
  notes: longText.optional(),
};

/** What tells two grants apart. */
const IDENTITY = ['funder', 'desk', 'purpose', 'project', 'period_start'] as const;

const DAYS = [
  'period_start',
  'period_end',
  'deadline',
  'decided_on',
  'agreement_on',
  'report_due',
  'reported_on',
] as const;

/** Why the grant cannot be written so, in French; null when it can. `fields` are those that were typed now. */
export function wrongGrant(grant: Grant, fields: Partial<Grant>, { grants, programmes }: Grants): string | null {
  return firstReason(
    () => (funderKey(grant.funder) === '' ? 'Donnez le nom du financeur, par exemple « Ville de Paris ».' : null),
    () => wrongDay(daysOf(fields)),
    () => wrongPeriod(grant),
    () => (fields.project === undefined ? null : wrongProgramme(grant.project, programmes)),
    () => (IDENTITY.some((field) => fields[field] !== undefined) ? sameGrant(grant, grants) : null),
  );
}

function daysOf(fields: Partial<Grant>): Readonly<Record<string, string | null | undefined>> {
  const headers = new Map<string, string>(grantTable.columns.map(({ field, header }) => [field, header]));
  return Object.fromEntries(DAYS.map((field) => [headers.get(field) ?? field, fields[field]]));
}

function wrongPeriod({ period_start: start, period_end: end }: Grant): string | null {
  return start !== null && end !== null && lastDayOf(end) < firstDayOf(start)
    ? french`La période finit (${frenchDate(end)}) avant de commencer (${frenchDate(start)}) : corrigez l’une des deux dates.`
    : null;
}

/** Why a programme cannot be meant, or null; without « Programmes » every code may be. */
export function wrongProgramme(code: string | null, programmes: Grants['programmes']): string | null {
  if (code === null || programmes.length === 0) return null;
  if (programmes.some((programme) => fold(programme.code) === fold(code))) return null;
  return french`Le programme ${quoted(code)} n’est pas dans « Programmes » : choisissez un code de cet onglet (${programmes
    .slice(0, 8)
    .map((programme) => programme.code)
    .join(', ')}…), ou laissez vide.`;
}

function sameGrant(grant: Grant, grants: readonly Grant[]): string | null {
  const likeness = (one: Grant) =>
    [
      funderKey(one.funder),
      ...[one.desk, one.purpose, one.project, one.period_start].map((part) => fold(part ?? '')),
    ].join('|');
  const same = grants.find((other) => other.id !== grant.id && likeness(other) === likeness(grant));
  return same === undefined
    ? null
    : french`${quoted(grantName(same))} existe déjà (${same.id}) pour la même période : modifiez ce financement, ou donnez un autre objet.`;
}

/**
 * When the financial report is due at the latest: six months after the end of the financial year of the grant
 * (arrêté du 11 octobre 2006; domain: C1, C3); null without a period.
 */
export function reportDueOf({ period_end: end }: Grant): Day | null {
  return end === null ? null : `${String(Number(end.slice(0, 4)) + 1).padStart(4, '0')}-06-30`;
}

/** What is good to know of a date that falls on a closed day, in French, with the working day before it. */
export function closedDay(label: string, date: string | null): string | null {
  if (date?.length !== 10) return null;
  const why = closedBecause(date);
  return why === null
    ? null
    : french`${label} (${frenchDay(date)}) est ${why} : visez le ${frenchDay(workingDayBy(date))}, dernier jour ouvré avant.`;
}

/** What the summary says of a grant's figures that do not match, in French; nothing is refused for them. */
export function doubtsOf(grant: Grant): string[] {
  const { requested, awarded, state: how } = grant;
  return [
    ...(requested !== null && awarded !== null && awarded > requested
      ? [french`L’attribué (${euros(awarded)}) dépasse le demandé (${euros(requested)}) : vérifiez.`]
      : []),
    ...(isDecided(how) && awarded === null
      ? ['L’état dit que la subvention est obtenue, mais « Attribué » est vide : indiquez le montant notifié.']
      : []),
    ...[
      closedDay('La date limite de dépôt', grant.deadline),
      closedDay('La date du compte rendu', grant.report_due),
    ].filter((text) => text !== null),
  ];
}
