/** What must be mended or known of grants, each with its place and its cure. */
import { isCounted } from '../budget.ts';
import type { Problem, Severity } from '../problem.ts';
import { firstDayOf, frenchDay, lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import { enumeration, euros, french, frenchNumber, quoted } from '../french.ts';
import { closedBecause, workingDayBy } from '../holidays.ts';
import { placesOf } from '../records.ts';
import { fold } from '../reading/values/text.ts';
import type { AnyRecord, Table } from '../table.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import { grantPartTable, grantTable, instalmentTable } from '../tables/grant.ts';
import type { Grant } from '../tables/grant.ts';
import { columnLetters } from '../workbook.ts';
import type { Workbook } from '../workbook.ts';
import { wrongProgramme } from './input.ts';
import { amountOf, isDecided, isInBudget, monthsByYear, ownParts, partIn } from './parts.ts';
import { funderKey, funderName, grantName, isPublic } from './read.ts';
import type { Grants } from './read.ts';

/** Above this sum per administration and year an agreement is compulsory (décret n° 2001-495; domain: C8). */
export const AGREEMENT_THRESHOLD = 2_300_000;
/** Above this sum of public grants in a year, published accounts and an auditor are (code de commerce, L612-4; domain: C8). */
export const AUDIT_THRESHOLD = 15_300_000;
/** The share of a project that public money may pay at most (CNM; domain: B3, C8). */
const PUBLIC_SHARE = 80;

/** What the checks look at; lines are those of the budget of `year`. */
export interface CheckGround {
  readonly all: Grants;
  readonly workbook: Workbook;
  readonly lines: readonly BudgetLine[];
  readonly year: number;
  readonly today: Day;
}

/** Every point about grants, rows and columns named. */
export function grantProblems(ground: CheckGround): Problem[] {
  const { readings } = ground.all;
  return [
    ...[readings.grant, readings.part, readings.instalment].flatMap(({ problems }) => problems),
    ...ground.all.grants.flatMap((grant) => ofGrant(ground, grant)),
    ...strayRows(ground),
    ...thresholds(ground),
    ...publicShares(ground),
  ];
}

interface Point {
  readonly table: Table;
  readonly record: AnyRecord;
  readonly field: string;
  readonly kind: string;
  readonly severity?: Severity;
}

/** A point with its row and column: « Onglet « Financements », ligne 3, colonne « Attribué » : … ». */
function pointOf(
  { all, workbook }: CheckGround,
  { table, record, field, kind, severity = 'warning' }: Point,
  text: string,
): Problem {
  const { grant, part, instalment } = all.readings;
  const reading = table === grantTable ? grant : table === grantPartTable ? part : instalment;
  const row = (reading.rowOf.get(String(record['id'])) ?? 0) + 1;
  const column = table.columns.find((one) => one.field === field);
  const place = placesOf(table, workbook[table.tab] ?? []).get(field);
  const raw = record[field] ?? null;
  return {
    tab: table.tab,
    row,
    column: place === undefined ? null : columnLetters(place),
    kind,
    raw: typeof raw === 'object' ? null : raw,
    severity,
    message: french`Onglet « ${table.tab} », ligne ${String(row)}, colonne « ${column?.header ?? field} » : ${text}`,
  };
}

function ofGrant(ground: CheckGround, grant: Grant): Problem[] {
  const at = (field: keyof Grant, kind: string, text: string, severity: Severity = 'warning'): Problem =>
    pointOf(ground, { table: grantTable, record: grant, field, kind, severity }, text);
  const { period_start: start, period_end: end } = grant;
  const programme = wrongProgramme(grant.project, ground.all.programmes);
  return [
    ...(['requested', 'awarded', 'cap'] as const)
      .filter((field) => (grant[field] ?? 0) < 0)
      .map((field) =>
        at(
          field,
          'negative_amount',
          french`${euros(grant[field] ?? 0)} est négatif. Tapez le montant sans signe.`,
          'error',
        ),
      ),
    ...(programme === null ? [] : [at('project', 'unknown_programme', programme, 'error')]),
    ...(start !== null && end !== null && lastDayOf(end) < firstDayOf(start)
      ? [
          at(
            'period_end',
            'period_reversed',
            'la période finit avant de commencer. Corrigez l’une des deux dates.',
            'error',
          ),
        ]
      : []),
    ...(isDecided(grant.state) && grant.awarded === null
      ? [at('awarded', 'award_missing', 'l’état dit que la subvention est obtenue. Tapez le montant notifié.')]
      : []),
    ...overParts(ground, grant, at),
    ...overCaps(ground, grant, at),
    ...closedDays(ground, grant, at),
  ];
}

type At = (field: keyof Grant, kind: string, text: string, severity?: Severity) => Problem;

function overParts({ all }: CheckGround, grant: Grant, at: At): Problem[] {
  const years = monthsByYear(grant);
  const own = ownParts(grant, all.parts);
  const sum = own.reduce((total, { amount }) => total + (amount ?? 0), 0);
  const amount = amountOf(grant);
  const lines = enumeration(own.map(({ id, line }) => line ?? id));
  if (own.length > 0 && sum > amount)
    return [
      at(
        grant.awarded === null ? 'requested' : 'awarded',
        'grant_overallocated',
        french`ses parts (${lines}) font ${euros(sum)}, plus que son montant (${euros(amount)}). Diminuez une part avec « Inscrire au budget ».`,
        'error',
      ),
    ];
  if (years.length < 2 || grant.allocation === 'months' || !isInBudget(grant)) return [];
  const names = enumeration(years.map(([year]) => String(year)));
  if (own.length === 0)
    return [
      at(
        'allocation',
        'parts_missing',
        french`la période couvre ${names} et rien ne dit ce qui revient à chaque année. Choisissez « au prorata des mois », ou inscrivez chaque part au budget.`,
      ),
    ];
  return sum < amount
    ? [
        at(
          'allocation',
          'parts_incomplete',
          french`les parts écrites font ${euros(sum)} sur ${euros(amount)} : il reste ${euros(amount - sum)} à répartir entre ${names}.`,
        ),
      ]
    : [];
}

/** The expenses of a programme in the budget of the year. */
function expensesOf({ lines }: CheckGround, project: string): number {
  return lines
    .filter((line) => line.side === 'expense' && isCounted(line) && fold(line.project ?? '') === fold(project))
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

function overCaps(ground: CheckGround, grant: Grant, at: At): Problem[] {
  const amount = amountOf(grant);
  const field = grant.awarded === null ? 'requested' : 'awarded';
  const over = grant.cap !== null && grant.cap >= 0 && amount > grant.cap;
  const base = grant.project === null ? 0 : expensesOf(ground, grant.project);
  const part = partIn(grant, ground.year, ground.all.parts) ?? 0;
  const most = Math.ceil((base * (grant.rate ?? 100)) / 10_000) * 100;
  return [
    ...(over
      ? [
          at(
            field,
            'cap_exceeded',
            french`${euros(amount)} dépassent le plafond (${euros(grant.cap)}). Corrigez le montant ou le plafond.`,
          ),
        ]
      : []),
    ...(grant.rate !== null && base > 0 && part > most
      ? [
          at(
            'rate',
            'rate_exceeded',
            french`${euros(part)} pour ${ground.year} dépassent ${frenchNumber(grant.rate)} % du budget du programme (${euros(base)}), soit ${euros(most)}. Corrigez le montant, le taux ou les lignes du programme.`,
          ),
        ]
      : []),
  ];
}

function closedDays({ today }: CheckGround, grant: Grant, at: At): Problem[] {
  return (['deadline', 'report_due'] as const).flatMap((field) => {
    const day = grant[field];
    if (day?.length !== 10 || day < today || (field === 'report_due' && grant.reported_on !== null)) return [];
    const why = closedBecause(day);
    return why === null
      ? []
      : [
          at(
            field,
            'closed_day',
            french`le ${frenchDay(day)} est ${why}. Visez le ${frenchDay(workingDayBy(day))}, dernier jour ouvré avant.`,
            'info',
          ),
        ];
  });
}

/** Parts and payments of a grant that is not there, or of an amount that cannot be. */
function strayRows(ground: CheckGround): Problem[] {
  const { grants, parts, instalments } = ground.all;
  const known = new Set(grants.map(({ id }) => id));
  const rows = [
    ...parts.map((record) => ({ table: grantPartTable, record })),
    ...instalments.map((record) => ({ table: instalmentTable, record })),
  ];
  return rows.flatMap(({ table, record }) => [
    ...(record.grant !== null && known.has(record.grant)
      ? []
      : [
          pointOf(
            ground,
            { table, record, field: 'grant', kind: 'dead_link', severity: 'error' },
            french`${quoted(record.grant ?? '')} n’est pas dans « Financements ». Tapez le numéro d’un financement (FIN-…), ou supprimez la ligne.`,
          ),
        ]),
    ...((record.amount ?? 0) < 0
      ? [
          pointOf(
            ground,
            { table, record, field: 'amount', kind: 'negative_amount', severity: 'error' },
            french`${euros(record.amount ?? 0)} est négatif. Tapez le montant sans signe.`,
          ),
        ]
      : []),
  ]);
}

/** The public grants of the year, with what of each belongs to it. */
function publicOf({ all, year }: CheckGround): readonly { readonly grant: Grant; readonly amount: number }[] {
  return all.grants
    .filter((grant) => isInBudget(grant) && isPublic(grant))
    .map((grant) => ({ grant, amount: partIn(grant, year, all.parts) ?? 0 }))
    .filter(({ amount }) => amount > 0);
}

/** The sum of public grants of the year. */
export function publicTotal(ground: CheckGround): number {
  return publicOf(ground).reduce((sum, { amount }) => sum + amount, 0);
}

function thresholds(ground: CheckGround): Problem[] {
  const byFunder = new Map<string, { readonly grant: Grant; readonly amount: number }[]>();
  for (const one of publicOf(ground)) {
    const key = funderKey(one.grant.funder);
    byFunder.set(key, [...(byFunder.get(key) ?? []), one]);
  }
  const total = publicTotal(ground);
  const whole = (kind: string, message: string, severity: Severity): Problem => ({
    tab: grantTable.tab,
    row: null,
    column: null,
    kind,
    raw: null,
    severity,
    message,
  });
  const funders = [...byFunder.values()].flatMap((some) => {
    const sum = some.reduce((all, { amount }) => all + amount, 0);
    const unsigned = some.filter(({ grant }) => grant.agreement_on === null && grant.state !== 'agreement_signed');
    if (sum <= AGREEMENT_THRESHOLD || unsigned.length === 0) return [];
    const isAsked = unsigned.every(({ grant }) => grant.state === 'requested');
    const details = enumeration(
      unsigned.map(({ grant, amount }) =>
        french`${grant.id} ${grant.desk ?? ''} ${euros(amount)}`.replace(/ {2,}/gu, ' '),
      ),
    );
    return [
      whole(
        'agreement_expected',
        french`${funderName(some[0]?.grant.funder ?? null)} : ${euros(sum)} pour ${ground.year}, plus de 23 000 € : une convention est ${isAsked ? 'à prévoir' : 'obligatoire'} (${details}). Notez sa date dans « Convention signée le ».`,
        isAsked ? 'info' : 'warning',
      ),
    ];
  });
  return [
    ...funders,
    ...(total > AUDIT_THRESHOLD
      ? [
          whole(
            'audit_threshold',
            french`Les subventions publiques de ${ground.year} font ${euros(total)}, plus de 153 000 € : des comptes publiés et un commissaire aux comptes sont obligatoires. Parlez-en au bureau et à l’expert-comptable.`,
            'warning',
          ),
        ]
      : []),
  ];
}

/** Projects of which public money pays more than four fifths. */
function publicShares(ground: CheckGround): Problem[] {
  const projects = [
    ...new Set(publicOf(ground).flatMap(({ grant }) => (grant.project === null ? [] : [grant.project]))),
  ];
  return projects.flatMap((project): Problem[] => {
    const some = publicOf(ground).filter(({ grant }) => fold(grant.project ?? '') === fold(project));
    const sum = some.reduce((all, { amount }) => all + amount, 0);
    const base = expensesOf(ground, project);
    const [first] = some;
    if (base <= 0 || first === undefined || sum * 100 <= base * PUBLIC_SHARE) return [];
    const share = frenchNumber((100 * sum) / base);
    return [
      pointOf(
        ground,
        { table: grantTable, record: first.grant, field: 'project', kind: 'public_share' },
        french`l’argent public paie ${share} % du programme ${quoted(project)} (${euros(sum)} sur ${euros(base)}), plus de 80 % : ${enumeration(some.map(({ grant }) => quoted(grantName(grant))))}. Prévoyez d’autres ressources, ou complétez ses dépenses dans « Budget ».`,
      ),
    ];
  });
}
