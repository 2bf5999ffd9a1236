/** The yearly call of dues: one row of « Cotisations » for each member, with what is asked and why. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { editedGrid, emptyEdit, isEmptyEdit, isFree, tableState } from '../adoption/table-edit.ts';
import type { TableEdit, TableState } from '../adoption/table-edit.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Question, State, Wish } from '../command.ts';
import type { Day } from '../day.ts';
import { callOf } from '../dues/call.ts';
import type { Call, CalledFee, NotCalled } from '../dues/call.ts';
import { affiliationNames } from '../dues/rules.ts';
import { unreadDues, unreadForCall } from '../dues/unread.ts';
import { duplicateMembers } from '../members/duplicates.ts';
import { missingColumns } from '../missing-columns.ts';
import type { Problem } from '../problem.ts';
import { euros, french, frenchDate } from '../french.ts';
import { readRegister } from '../register.ts';
import { freshIds } from '../numbers.ts';
import { tableDress } from '../table-dress.ts';
import { affiliationPeriodTable } from '../tables/affiliation-period.ts';
import { checkTable } from '../tables/check.ts';
import { affiliations, memberTable } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import type { MembershipFee } from '../tables/membership-fee.ts';
import { yearInForce } from '../settings.ts';
import { settingTable } from '../tables/setting.ts';

const input = z.object({
  /** The year of the fees; the year of « Réglages » when absent. */
  year: z.number().int().min(2000).max(2100).optional(),
  answers: z.record(z.string(), z.string()).default({}),
});

/** What the preview counts, for the sidebar. */
export interface CallDetails {
  readonly year: number;
  readonly rows: number;
  readonly cents: number;
  readonly added: number;
  readonly completed: number;
}

/** « Appeler les cotisations »: rows that are there are completed, never overwritten; nobody is called twice. */
export const callDues = defineCommand({
  name: 'call-dues',
  label: 'Appeler les cotisations',
  purpose: 'Crée la cotisation de chaque adhérent pour une année, avec son montant et sa raison.',
  input,
  reads: () => [membershipFeeTable.tab, memberTable.tab, affiliationPeriodTable.tab, settingTable.tab, checkTable.tab],
  changes: () => [membershipFeeTable.tab],
  decide: (state, { year: asked, answers }, { today }) => {
    const register = readRegister(state);
    if (register.members.length === 0)
      return refuse('Il n’y a aucun adhérent : adoptez d’abord ce classeur, ou ajoutez un adhérent.');
    const obstacle = missingColumns(state, [memberTable, membershipFeeTable]);
    if (obstacle !== null) return refuse(obstacle);
    const year = asked ?? yearInForce(register.settings, today);
    const fees = tableState(
      membershipFeeTable,
      state.workbook[membershipFeeTable.tab],
      state.shown[membershipFeeTable.tab],
    );
    const ofYear = register.fees.filter((fee) => fee.year === year);
    const rows = new Map([...ofYear].reverse().map((fee) => [fee.member ?? '', fee]));
    const all = duplicateMembers(state);
    const duplicates = register.members.filter(({ id, merged_into: merged }) => all.has(id) && merged === null);
    const questions = duplicates.length === 0 ? [] : [duplicateQuestion(duplicates.length, answers['duplicates'])];
    const call = callOf(register, {
      year,
      today,
      duplicates: questions[0]?.answer === 'call' ? new Set() : new Set(duplicates.map(({ id }) => id)),
      unread: unreadForCall(year, unreadDues(state, register), register.fees),
    });
    return { ...written(state, { fees, rows, call, year, today }), questions };
  },
});

interface Written {
  readonly fees: TableState;
  /** The fee of that year, by member. */
  readonly rows: ReadonlyMap<string, MembershipFee>;
  readonly call: Call;
  readonly year: number;
  readonly today: Day;
}

function written(state: State, { fees, rows, call, year, today }: Written): Wish {
  const edit = emptyEdit();
  const asked = call.called.map((one) => ({ ...one, row: rows.get(one.member.id) ?? null }));
  const waived = asked.filter(({ row }) => row?.waived === true);
  const counted = asked.filter(({ row }) => row?.waived !== true);
  const fresh = counted.filter(({ row }) => row === null);
  const ids = freshIds(state, membershipFeeTable, fresh.length);
  fresh.forEach((one, index) => edit.add.set(ids[index] ?? '', { ...newRow(one, year), called_on: today }));
  const completed = counted.filter(({ row, ...one }) => row !== null && complete(edit, fees, { row, one, today }));
  const sum = counted.reduce((total, { row, cents }) => total + (row?.amount_due ?? cents), 0);
  const details: CallDetails = {
    year,
    rows: counted.length,
    cents: sum,
    added: fresh.length,
    completed: completed.length,
  };
  const isNew = fees.grid === undefined || fees.grid.length === 0;
  if (isEmptyEdit(edit)) return wish({ ...nothingToCall(call, year), details });
  return wish({
    tabs: { [membershipFeeTable.tab]: editedGrid(fees, edit) },
    dress:
      isNew && !Object.hasOwn(state.workbook, membershipFeeTable.tab)
        ? { [membershipFeeTable.tab]: tableDress(membershipFeeTable) }
        : {},
    summary: [
      french`Cotisations ${year} : ${plural(counted.length, 'adhérent')}, ${euros(sum)} en tout.`,
      ...byAffiliation(counted),
      fresh.length === 0
        ? ''
        : french`${plural(fresh.length, 'ligne ajoutée', 'lignes ajoutées')} dans « Cotisations ».`,
      completed.length === 0
        ? ''
        : french`${plural(completed.length, 'ligne déjà là est complétée', 'lignes déjà là sont complétées')} ; ce qui y est écrit ne change pas.`,
      waived.length === 0
        ? ''
        : french`${plural(waived.length, 'adhérent dispensé', 'adhérents dispensés')} : rien n’est demandé.`,
      ...skippedSentences(call.skipped),
    ].filter((sentence) => sentence !== ''),
    problems: problemsOf(call, year),
    details,
  });
}

function newRow({ member, affiliation, cents, computation, dueOn }: CalledFee, year: number) {
  return {
    member: member.id,
    organisation: member.organisation,
    year,
    affiliation,
    amount_due: cents,
    computation,
    due_on: dueOn,
    paid: false,
  };
}

interface Completion {
  readonly row: MembershipFee | null;
  readonly one: CalledFee;
  readonly today: Day;
}

/** Fills the blank cells of a row that is there; what is written stays, amounts are only explained when they are ours. */
function complete(edit: TableEdit, fees: TableState, { row, one, today }: Completion): boolean {
  if (row === null) return false;
  const isOurs = row.amount_due === null || row.amount_due === one.cents;
  const wanted = {
    affiliation: one.affiliation,
    amount_due: one.cents,
    ...(isOurs ? { computation: one.computation } : {}),
    due_on: one.dueOn,
    called_on: today,
  };
  const blank = Object.entries(wanted).filter(([field]) => isFree(fees, row.id, field));
  if (blank.length > 0) edit.set.set(row.id, Object.fromEntries(blank));
  return blank.length > 0;
}

function byAffiliation(called: readonly (CalledFee & { readonly row: MembershipFee | null })[]): string[] {
  return affiliationNames.flatMap((affiliation) => {
    const own = called.filter((one) => (one.row?.affiliation ?? one.affiliation) === affiliation);
    const sum = own.reduce((total, { row, cents }) => total + (row?.amount_due ?? cents), 0);
    return own.length === 0
      ? []
      : [french`${affiliations[affiliation]} : ${plural(own.length, 'adhérent')}, ${euros(sum)}.`];
  });
}

const MOST_NAMES = 12;

/** Nothing changes; what keeps a fee from being called is still told. */
function nothingToCall(call: Call, year: number): Pick<Wish, 'summary' | 'problems'> {
  const isHeld = call.skipped.some(({ kind }) => kind === 'unreadable' || kind === 'no_affiliation');
  return {
    summary: [
      isHeld
        ? french`Cotisations ${year} : rien à ajouter pour l’instant, mais certaines ne peuvent pas être appelées. Voyez pourquoi ci-dessous.`
        : french`Les cotisations ${year} sont déjà appelées : rien à changer.`,
    ],
    problems: problemsOf(call, year),
  };
}

function skippedSentences(skipped: readonly NotCalled[]): string[] {
  const told = skipped.filter(({ kind }) => kind !== 'no_affiliation' && kind !== 'unreadable');
  if (told.length === 0) return [];
  const names = told.slice(0, MOST_NAMES).map(({ member, why }) => `${member.organisation ?? member.id} (${why})`);
  const rest = told.length - names.length;
  return [french`Pas appelés : ${names.join('\u00A0; ')}${rest > 0 ? `\u00A0; et ${plural(rest, 'autre')}` : ''}.`];
}

function problemsOf({ called, skipped }: Call, year: number): Problem[] {
  const about = (id: string, kind: string, message: string): Problem => ({
    tab: memberTable.tab,
    row: null,
    column: null,
    kind,
    raw: id,
    severity: 'warning',
    message,
  });
  return [
    ...skipped.flatMap(({ member, problem }) =>
      problem === undefined
        ? []
        : [
            {
              ...problem,
              message: french`La cotisation de « ${member.organisation ?? member.id} » n’est pas appelée. ${problem.message}`,
            },
          ],
    ),
    ...skipped
      .filter(({ kind }) => kind === 'no_affiliation')
      .map(({ member }) =>
        about(
          member.id,
          'affiliation_missing',
          french`Onglet « Adhérents », ${member.id}, « ${member.organisation ?? ''} » : « Statut » est vide, sa cotisation n’est pas appelée. Choisissez un statut, puis recommencez.`,
        ),
      ),
    ...called
      .filter(({ member }) => Number(member.start?.slice(0, 4) ?? 0) > year)
      .map(({ member }) =>
        about(
          member.id,
          'implausible_date',
          french`Onglet « Adhérents », ${member.id}, « ${member.organisation ?? ''} » : « Adhérent depuis » dit ${frenchDate(member.start ?? '')}, une date d’après ${year}. Corrigez cette date ; sa cotisation est appelée quand même.`,
        ),
      ),
  ];
}

function duplicateQuestion(count: number, answer: string | undefined): Question {
  return {
    id: 'duplicates',
    tab: memberTable.tab,
    kind: 'duplicate',
    text:
      count === 1
        ? 'Une fiche est un doublon probable, pas encore réglé dans « À vérifier ». Faut-il lui demander une cotisation ?'
        : french`${count} fiches sont des doublons probables, pas encore réglés dans « À vérifier ». Faut-il leur demander une cotisation ?`,
    choices: [
      { value: 'skip', label: 'Non, pas tant qu’ils ne sont pas réglés' },
      { value: 'call', label: 'Oui, ce sont des adhérents à part' },
    ],
    answer: answer === 'call' ? 'call' : 'skip',
  };
}
