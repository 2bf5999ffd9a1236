/** Erase an organisation or a person for good: no trace in Régie's tabs, counts and accounts as they were. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Question, State, Wish } from '../command.ts';
import type { Day } from '../day.ts';
import { feeBalances } from '../dues/balance.ts';
import { enumeration, euros, french, frenchDate, quoted } from '../french.ts';
import { UNDO_TAB } from '../journal.ts';
import { managedTitles } from '../managed.ts';
import { hasLeft } from '../members/affiliation.ts';
import type { Problem } from '../problem.ts';
import { fold } from '../reading/values/text.ts';
import { readTable } from '../records.ts';
import { readRegister } from '../register.ts';
import type { Table } from '../table.ts';
import { consentTable } from '../tables/consent.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import { paymentTable } from '../tables/payment.ts';
import { registrationTable } from '../tables/registration.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';
import { columnLetters } from '../workbook.ts';
import type { Grid } from '../workbook.ts';
import { withNamedPeople } from '../privacy/bound.ts';
import { erasure } from '../privacy/erase.ts';
import type { Erasure } from '../privacy/erase.ts';
import { handWork } from '../privacy/hand-work.ts';
import { isManaged, ownTabs, withCells } from '../privacy/own-tabs.ts';
import type { OwnTab } from '../privacy/own-tabs.ts';
import { shy } from '../privacy/shy.ts';
import { isErased } from '../privacy/erased.ts';
import { numberOf, subjectOf } from '../privacy/subject.ts';
import type { Subject } from '../privacy/subject.ts';
import { lastDayOf } from '../day.ts';

const input = z.object({
  /** « ADH-0012 » or « CON-0012 ». */
  id: z.string().max(20),
  /** The name as she typed it, so that nobody else is erased by a slip. */
  confirm: z.string().max(500).default(''),
  /** To « sure » and, for each tab of hers, to « tab:… ». */
  answers: z.record(z.string().max(300), z.string().max(20)).default({}),
});

const TAB = 'tab:';

/** Erases for good (RGPD, art. 17; domain: D9); what the law asks to keep is said, with its reason and until when. */
export const erasePerson = defineCommand({
  name: 'erase-person',
  label: 'Effacer une personne',
  purpose: 'Remplace le nom et vide les coordonnées partout ; les comptes et les nombres restent. Ne s’annule pas.',
  input,
  looks: true,
  undoable: false,
  reads: () => 'all',
  changes: ({ answers }) => [...managedTitles, UNDO_TAB, ...agreedTabs(answers)],
  decide: (state, { id, confirm, answers }, { today }) => {
    const bare = subjectOf(state, id);
    if (bare === null) return refuse(french`La fiche ${id} n’est ni dans « Adhérents » ni dans « Contacts ».`);
    const subject = withNamedPeople(state, bare);
    const done = isErased(subject.name);
    const why = done ? null : (obstacle(state, subject, today) ?? misnamed(subject, confirm));
    if (why !== null) return refuse(why);
    const work = erasure(state, subject, today);
    if (work.sending)
      return refuse('Un message à cette personne est en train de partir : recommencez dans quelques minutes.');
    const own = ownTabs(state, subject, work);
    return answered({ state, subject, work, own, answers, today, done });
  },
});

function agreedTabs(answers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(answers).flatMap(([id, answer]) =>
    id.startsWith(TAB) && answer === 'erase' ? [id.slice(TAB.length)] : [],
  );
}

/** Whoever is still here is needed by name: for the dues, the keys, the mails. */
function obstacle(state: State, { members }: Subject, today: Day): string | null {
  const [member] = members;
  if (member === undefined) return null;
  const ids = new Set(members.map(({ id }) => id));
  const stay = readTable(
    occupancyTable,
    state.workbook[occupancyTable.tab],
    state.shown[occupancyTable.tab],
  ).records.find((one) => ids.has(one.member ?? '') && (lastDayOf(one.end) ?? '9999') > today);
  if (stay !== undefined)
    return french`${member.id} occupe encore un espace (${stay.space_name ?? stay.id}) : notez d’abord sa sortie.`;
  const isMember = member.affiliation !== null && member.imposed_status !== 'candidate';
  const isGone = hasLeft(member, today) || ['left', 'excluded'].includes(member.imposed_status ?? '');
  return isMember && !isGone
    ? french`${member.id} est encore adhérent : notez d’abord son départ (« Noter un départ » sur sa fiche).`
    : null;
}

function misnamed({ name }: Subject, confirm: string): string | null {
  const typed = confirm.trim();
  if (typed === name.trim() || (fold(typed) !== '' && fold(typed) === fold(name))) return null;
  return typed === ''
    ? 'Pour effacer, tapez le nom tel qu’il est sur la fiche.'
    : 'Le nom tapé n’est pas celui de la fiche : rien n’est effacé.';
}

interface Parts {
  readonly state: State;
  readonly subject: Subject;
  readonly work: Erasure;
  readonly own: readonly OwnTab[];
  readonly answers: Readonly<Record<string, string>>;
  readonly today: Day;
  readonly done: boolean;
}

function answered(parts: Parts): Wish {
  const { state, subject, work, own, answers, done } = parts;
  const agreed = agreedTabs(answers);
  const tabs: Record<string, Grid> = { ...work.tabs };
  const chosen = own.filter(({ tab, writable }) => writable && agreed.includes(tab));
  for (const { tab, cells } of chosen) tabs[tab] = withCells(tabs[tab] ?? state.workbook[tab] ?? [], cells);
  if (done) return wish({ tabs, summary: doneSummary(parts), details: { id: subject.id } });
  if (answers['sure'] === 'no') return refuse('Rien n’est effacé.');
  return wish({
    tabs,
    questions: [
      ...own.filter(({ writable }) => writable).map((one) => tabQuestion(one, agreed)),
      sureQuestion(answers),
    ],
    problems: problemsOf(parts),
    summary: summaryOf(parts, chosen),
    details: { id: subject.id, kept: work.kept.map(({ receipt, until }) => ({ id: receipt.id, until })) },
  });
}

function sureQuestion(answers: Readonly<Record<string, string>>): Question {
  return {
    id: 'sure',
    tab: null,
    kind: 'erase',
    text: 'Effacer pour toujours ? Le bouton « Annuler » ne pourra rien retrouver.',
    choices: [
      { value: 'yes', label: 'Oui, effacer pour toujours' },
      { value: 'no', label: 'Non, ne rien effacer' },
    ],
    answer: answers['sure'] === 'yes' ? 'yes' : null,
  };
}

const SHOWN = 6;

function tabQuestion({ tab, cells, columns }: OwnTab, agreed: readonly string[]): Question {
  const lines = cells.slice(0, SHOWN).map(({ row, column, header, before, after }) => {
    const place =
      header === null ? `${columnLetters(column)}${row + 1}` : `${columnLetters(column)}${row + 1} (${header})`;
    return french`${place} : ${shy(before)} → ${after === null ? 'vide' : shy(after)}`;
  });
  const more = cells.length > SHOWN ? [`et ${plural(cells.length - SHOWN, 'autre')}`] : [];
  const where = columns ? french`Vos colonnes dans ${quoted(tab)}` : french`Votre onglet ${quoted(tab)}`;
  return {
    id: `${TAB}${tab}`,
    tab,
    kind: 'erase',
    text: [french`${where} : ${plural(cells.length, 'cellule')} à son sujet.`, ...lines, ...more].join('\n'),
    choices: [
      { value: 'keep', label: 'Les laisser' },
      { value: 'erase', label: 'Les anonymiser aussi' },
    ],
    answer: agreed.includes(tab) ? 'erase' : 'keep',
  };
}

/** What she reads, and what the journal keeps: never a name. */
function summaryOf({ state, subject, work, own, today }: Parts, chosen: readonly OwnTab[]): readonly string[] {
  const people =
    subject.kind === 'member' && subject.contacts.length > 0
      ? french`, et ${plural(subject.contacts.length, 'personne')} de cette structure`
      : '';
  const left = own.filter((one) => !chosen.includes(one));
  return [
    french`${numberOf(subject)}${people} : le nom devient « ${subject.label} », les coordonnées, remarques et motifs sont vidés.`,
    ...nameless(work),
    ...(work.kept.length === 0 ? [] : [keptSentence(work)]),
    ...owed(state, subject, today),
    ...(work.purged.length === 0
      ? []
      : [
          french`${plural(work.purged.length, 'action')} du journal ne ${work.purged.length > 1 ? 'pourront' : 'pourra'} plus être annulée${work.purged.length > 1 ? 's' : ''} : on y retrouverait ses données.`,
        ]),
    ...(work.cancelled === 0
      ? []
      : [
          french`${plural(work.cancelled, 'message')} qui ${work.cancelled > 1 ? 'attendaient ne partiront' : 'attendait ne partira'} pas.`,
        ]),
    ...(subject.hasShortName
      ? [
          'Un de ses noms est un seul mot : il est remplacé là où il est seul (une cellule, une liste, entre guillemets). Relisez le reste.',
        ]
      : []),
    ...(subject.homonyms.length > 0
      ? [
          'Quelqu’un d’autre porte le même nom : seules changent les lignes qui portent le numéro de la fiche. Relisez le reste.',
        ]
      : []),
    ...(left.length === 0
      ? []
      : [
          french`Resteront comme ils sont : ${enumeration(left.map(({ tab, columns }) => (columns ? french`vos colonnes de ${quoted(tab)}` : quoted(tab))))}. Si vous relisez ces onglets avec Régie, ce qui y reste peut revenir.`,
        ]),
    'Cela ne s’annule pas.',
  ];
}

/** Erased before: what is left to do is the receipts whose time is over since. */
function doneSummary({ subject, work }: Parts): readonly string[] {
  return [
    french`${numberOf(subject)} : déjà effacé. Ce qui n’est plus à garder perd aussi le nom.`,
    ...(work.kept.length === 0 ? [] : [keptSentence(work)]),
    'Cela ne s’annule pas.',
  ];
}

const COUNTED: readonly (readonly [table: Table, one: string, many: string])[] = [
  [membershipFeeTable, 'cotisation', 'cotisations'],
  [paymentTable, 'paiement', 'paiements'],
  [rentChargeTable, 'redevance', 'redevances'],
  [occupancyTable, 'séjour', 'séjours'],
  [registrationTable, 'inscription', 'inscriptions'],
  [consentTable, 'consentement', 'consentements'],
];

/** The rows that stay for the accounts and the reports: sums, dates and presences, of nobody. */
function nameless({ rows }: Erasure): readonly string[] {
  const found = COUNTED.flatMap(([{ prefix }, one, many]) => {
    const count = [...rows].filter((id) => id.startsWith(`${prefix}-`)).length;
    return count === 0 ? [] : [plural(count, one, many)];
  });
  return found.length === 0
    ? []
    : [french`Restent sans le nom, pour vos comptes et vos bilans : ${enumeration(found)}, avec dates et montants.`];
}

function keptSentence({ kept }: Erasure): string {
  const last =
    kept
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? '';
  const ids = enumeration(kept.map(({ receipt }) => receipt.id));
  const until = last.startsWith('9999') ? 'sans limite connue (date absente)' : french`jusqu’au ${frenchDate(last)}`;
  return french`Gardé avec le nom : ${plural(kept.length, 'reçu')} (${ids}), ${until}. Les pièces comptables se gardent dix ans (Code de commerce, art. L123-22).`;
}

function owed(state: State, { ids, kind }: Subject, today: Day): readonly string[] {
  if (kind === 'contact') return [];
  const late = feeBalances(readRegister(state), today).filter(
    ({ fee, remaining }) => ids.has(fee.member ?? '') && remaining > 0,
  );
  const sum = late.reduce((total, { remaining }) => total + remaining, 0);
  return sum === 0
    ? []
    : [french`Il reste ${euros(sum)} à régler : sans nom ni adresse, ils ne pourront plus être réclamés.`];
}

function problemsOf({ state, subject, own }: Parts): readonly Problem[] {
  const titles = Object.keys(state.workbook).filter((tab) => !isManaged(tab));
  return handWork(state, subject, { titles, closed: own.filter(({ writable }) => !writable) });
}
