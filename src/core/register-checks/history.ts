/** What does not hold together in a member's dates and in « Parcours »: counts at a date are read there. */
import type { CheckDraft } from '../adoption/check-drafts.ts';
import { firstDayOf, lastDayOf, plusDays } from '../day.ts';
import { french, frenchDate, fromDate, quoted } from '../french.ts';
import { groupBy } from '../group.ts';
import { affiliationAt, isInverted, isMemberAt } from '../members/affiliation.ts';
import { affiliationPeriodTable } from '../tables/affiliation-period.ts';
import type { AffiliationPeriod } from '../tables/affiliation-period.ts';
import { affiliations, memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';
import { pointOf } from './ground.ts';
import type { Ground, Remark } from './ground.ts';

const OPEN_TAB = 'dans l’onglet « Parcours » (Affichage > Feuilles masquées)';

/** The points about dates of joining and leaving, and about the history between them. */
export function historyChecks(ground: Ground): CheckDraft[] {
  const { members, periods } = ground.register;
  const byMember = groupBy(periods, ({ member }) => member);
  return members
    .filter(({ merged_into: merged }) => merged === null)
    .flatMap((member) => {
      const own = [...(byMember.get(member.id) ?? [])].sort((a, b) => compareStarts(a.start, b.start));
      return [
        ...leavingCheck(ground, member),
        ...own.flatMap((period) => periodChecks(ground, member, period)),
        ...own.flatMap((period, index) => seamCheck(ground, member, { before: own[index - 1], period })),
        ...edgeChecks(ground, member, own),
        ...differenceCheck(ground, member, own),
      ];
    });
}

function compareStarts(a: string | null, b: string | null): number {
  return (firstDayOf(a) ?? '').localeCompare(firstDayOf(b) ?? '');
}

function nameOf({ organisation, id }: Member): string {
  return quoted(organisation ?? id);
}

function labelOf({ affiliation }: Pick<AffiliationPeriod, 'affiliation'>): string {
  return affiliation === null ? 'statut inconnu' : affiliations[affiliation];
}

/** « le 12/05/2023 », « mai 2023 », « 2023 ». */
function on(date: string): string {
  return date.length === 10 ? `le ${frenchDate(date)}` : frenchDate(date);
}

function leavingCheck(ground: Ground, member: Member): CheckDraft[] {
  const { id, start, left_on: left } = member;
  if (!isInverted({ start, end: left })) return [];
  return [
    pointOf(ground, {
      kind: 'left_before_start',
      severity: 'error',
      table: memberTable,
      id,
      field: 'left_on',
      raw: left,
      what: french`${nameOf(member)} est noté parti (${frenchDate(left ?? '')}) avant son adhésion (${frenchDate(start ?? '')}).`,
      cure: 'Corrigez l’une des deux dates (bouton « Modifier » de sa fiche).',
      identity: [start, left],
    }),
  ];
}

function ofPeriod(ground: Ground, { id }: AffiliationPeriod, remark: Omit<Remark, 'table' | 'id'>): CheckDraft {
  return pointOf(ground, { ...remark, table: affiliationPeriodTable, id });
}

function periodChecks(ground: Ground, member: Member, period: AffiliationPeriod): CheckDraft[] {
  const { start, end } = period;
  const left = firstDayOf(member.left_on);
  if (isInverted(period))
    return [
      ofPeriod(ground, period, {
        kind: 'period_inverted',
        severity: 'error',
        field: 'end',
        raw: end,
        what: french`Le parcours de ${nameOf(member)} a une période (${labelOf(period)}) qui finit (${frenchDate(end ?? '')}) avant de commencer (${frenchDate(start ?? '')}) : sa fin ne compte pas.`,
        cure: `Corrigez l’une des deux dates ${OPEN_TAB}.`,
        identity: [start, end],
      }),
    ];
  if (left === null || start === null || firstDayOf(start) < left || isInverted({ start: member.start, end: left }))
    return [];
  return [
    ofPeriod(ground, period, {
      kind: 'period_after_leaving',
      severity: 'warning',
      field: 'start',
      raw: start,
      what: french`${nameOf(member)} est noté parti (${frenchDate(member.left_on ?? '')}), mais son parcours continue à partir ${fromDate(start)} (${labelOf(period)}).`,
      cure: `S’il est revenu, videz « Parti le » (bouton « Modifier » de sa fiche) ; sinon, corrigez la date ${OPEN_TAB}.`,
      identity: [start, member.left_on],
    }),
  ];
}

/** Two periods that follow each other: neither a day in both, nor a day in none. */
function seamCheck(
  ground: Ground,
  member: Member,
  { before, period }: { readonly before: AffiliationPeriod | undefined; readonly period: AffiliationPeriod },
): CheckDraft[] {
  if (before === undefined || period.start === null || isInverted(before)) return [];
  const { start } = period;
  const ends = before.end === null ? null : firstDayOf(before.end);
  if (ends === null || ends >= lastDayOf(start))
    return [
      ofPeriod(ground, period, {
        kind: 'period_overlap',
        severity: 'warning',
        field: 'start',
        raw: start,
        what: french`Le parcours de ${nameOf(member)} a deux statuts à la fois à partir ${fromDate(start)} : ${labelOf(before)} et ${labelOf(period)}. Le plus récent compte.`,
        cure: `Corrigez la fin de la première période ${OPEN_TAB}.`,
        identity: [before.id, before.end, start],
      }),
    ];
  const end = before.end ?? start;
  return plusDays(lastDayOf(end), 1) < firstDayOf(start)
    ? [gap(ground, period, { member, what: french`ne dit rien entre ${on(end)} et ${on(start)}` })]
    : [];
}

/** Before the first period and after the last one, the nearest is counted: she is told. */
function edgeChecks(ground: Ground, member: Member, own: readonly AffiliationPeriod[]): CheckDraft[] {
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return [];
  const joined = lastDayOf(member.start);
  const found: CheckDraft[] = [];
  if (joined !== null && first.start !== null && joined < firstDayOf(first.start))
    found.push(
      gap(ground, first, {
        member,
        what: french`commence après l’adhésion (${frenchDate(member.start ?? '')}) ; jusque-là, « ${labelOf(first)} » compte`,
      }),
    );
  const end = isInverted(last) ? null : lastDayOf(last.end);
  if (end !== null && end < ground.today && isMemberAt(member, plusDays(end, 1)))
    found.push(
      gap(ground, last, {
        member,
        what: french`s’arrête le ${frenchDate(end)} sans que son départ soit noté à cette date ; « ${labelOf(last)} » compte encore`,
      }),
    );
  return found;
}

function gap(
  ground: Ground,
  period: AffiliationPeriod,
  { member, what }: { member: Member; what: string },
): CheckDraft {
  return ofPeriod(ground, period, {
    kind: 'period_gap',
    severity: 'info',
    field: 'start',
    what: french`Le parcours de ${nameOf(member)} ${what}.`,
    cure: `Corrigez les dates ${OPEN_TAB}, ou celles de sa fiche ; s’il était absent, ignorez ce point.`,
    identity: [period.start, period.end, member.start, member.left_on],
  });
}

/** « Adhérents » says another affiliation than « Parcours »: the history counts. */
function differenceCheck(ground: Ground, member: Member, own: readonly AffiliationPeriod[]): CheckDraft[] {
  const counted = own.length === 0 ? null : affiliationAt(member, own, ground.today);
  if (counted === null || counted === member.affiliation) return [];
  return [
    pointOf(ground, {
      kind: 'affiliation_differs',
      severity: 'warning',
      table: memberTable,
      id: member.id,
      field: 'affiliation',
      raw: member.affiliation === null ? null : affiliations[member.affiliation],
      what: french`« Adhérents » dit ${nameOf(member)} « ${labelOf(member)} », et son parcours « ${affiliations[counted]} » : c’est le parcours qui compte.`,
      cure: 'Appliquez la proposition ; si le statut a changé, notez-le par « Changer de statut », qui garde la date.',
      proposal: { text: french`Statut : ${affiliations[counted]}`, values: { affiliation: counted } },
      identity: [member.affiliation, counted],
    }),
  ];
}
