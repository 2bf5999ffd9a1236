/** Random workbooks with managed tabs in them, and random inputs drawn from each command's own schema. */
import fc from 'fast-check';
import * as z from 'zod';
import type { Command, State } from '../../src/core/command.ts';
import { plusDays } from '../../src/core/day.ts';
import { journalTable, UNDO_HEADER, UNDO_TAB, undoEntry, writeUndo } from '../../src/core/journal.ts';
import { templates } from '../../src/core/mails/index.ts';
import { outboxTable } from '../../src/core/outbox.ts';
import { afterPlan, planOf } from '../../src/core/plan.ts';
import type { SourceCell } from '../../src/core/reading/source.ts';
import { changeTable, readTable } from '../../src/core/records.ts';
import type { AnyRecord, Table } from '../../src/core/table.ts';
import { agendaTable } from '../../src/core/tables/agenda.ts';
import { budgetTable } from '../../src/core/tables/budget-line.ts';
import { checkTable } from '../../src/core/tables/check.ts';
import { contactTable } from '../../src/core/tables/contact.ts';
import { memberTable } from '../../src/core/tables/member.ts';
import { membershipFeeTable } from '../../src/core/tables/membership-fee.ts';
import { grantTable } from '../../src/core/tables/grant.ts';
import { occupancyTable } from '../../src/core/tables/occupancy.ts';
import { receiptTable } from '../../src/core/tables/receipt.ts';
import { registrationTable } from '../../src/core/tables/registration.ts';
import { tables } from '../../src/core/tables/index.ts';
import { programmeTable } from '../../src/core/tables/programme.ts';
import { templateTable } from '../../src/core/tables/template.ts';
import { isFormula } from '../../src/core/workbook.ts';
import type { Cell, Grid, Workbook } from '../../src/core/workbook.ts';
import { keptAgenda } from './agenda-arbitrary.ts';
import { grid, hostileTexts, records, workbook } from './arbitrary.ts';
import { keptDues } from './dues-arbitrary.ts';
import { keptGrants } from './grants-arbitrary.ts';
import { oncePer } from './once-per.ts';
import { keptCalendar } from './sessions-arbitrary.ts';
import { keptRegistrations } from './registrations-arbitrary.ts';
import { keptRegister } from './register-arbitrary.ts';

// Points to check and mails are what most commands leave and some settle: half of the workbooks have some;
// and half have most of the tabs that the command in question reads.
const managedTables = (reads: readonly string[]): fc.Arbitrary<readonly Table[]> => {
  const own = tables.filter(({ tab }) => reads.includes(tab));
  return fc
    .tuple(
      fc.subarray([...tables], { maxLength: 5 }),
      fc.oneof(
        { weight: 1, arbitrary: fc.constant([]) },
        { weight: 4, arbitrary: fc.subarray(own, { minLength: own.length < 3 ? own.length : own.length - 1 }) },
      ),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([some, read, withChecks, withMails]) => [
      ...new Set([...some, ...read, ...(withChecks ? [checkTable] : []), ...(withMails ? [outboxTable] : [])]),
    ]);
};

/** Her own tabs, and beside them managed tabs: well kept, edited by hand, or replaced by anything; those that are read more often. */
export const managedWorkbook = (reads: readonly string[] = []): fc.Arbitrary<Workbook> =>
  fc
    .tuple(workbook, managedTables(reads))
    .chain(([own, some]) =>
      fc.tuple(
        fc.constant(own),
        ...some.map((table) => managedTab(table).map((content) => [table.tab, content] as const)),
      ),
    )
    .map(([own, ...managed]): Workbook => ({ ...own, ...Object.fromEntries(managed) }))
    .chain((whole) =>
      reads.includes(occupancyTable.tab)
        ? fc.oneof(
            fc.constant(whole),
            keptRegister.map((kept): Workbook => ({ ...whole, ...kept })),
          )
        : fc.constant(whole),
    )
    .chain((whole) =>
      reads.includes(membershipFeeTable.tab) || reads.includes(receiptTable.tab)
        ? fc.oneof(
            fc.constant(whole),
            keptDues.map((kept): Workbook => ({ ...whole, ...kept })),
          )
        : fc.constant(whole),
    )
    .chain((whole) =>
      reads.includes(grantTable.tab)
        ? fc.oneof(fc.constant(whole), {
            weight: 2,
            arbitrary: keptGrants.map((kept): Workbook => ({ ...whole, ...kept })),
          })
        : fc.constant(whole),
    )
    .chain((whole) =>
      reads.includes(registrationTable.tab)
        ? fc.oneof(
            fc.constant(whole),
            keptRegistrations.map((kept): Workbook => ({ ...whole, ...kept })),
          )
        : fc.constant(whole),
    )
    .chain((whole) =>
      reads.includes(registrationTable.tab) && reads.includes(programmeTable.tab)
        ? fc.oneof(
            fc.constant(whole),
            keptCalendar.map((kept): Workbook => ({ ...whole, ...kept })),
          )
        : fc.constant(whole),
    )
    .chain((whole) =>
      reads.includes(agendaTable.tab)
        ? fc.oneof(fc.constant(whole), {
            weight: 2,
            arbitrary: keptAgenda.map((kept): Workbook => ({ ...whole, ...kept })),
          })
        : fc.constant(whole),
    )
    .chain((whole) =>
      fc.oneof({ weight: 2, arbitrary: fc.constant(whole) }, { weight: 1, arbitrary: withHistory(whole) }),
    );

/** The same workbook after an action that the journal remembers, so that there is something to undo. */
function withHistory(before: Workbook): fc.Arbitrary<Workbook> {
  const change = fc.dictionary(
    fc.constantFrom(...Object.keys(before), 'Nouveau'),
    fc.option(grid, { nil: null, freq: 6 }),
    {
      minKeys: 1,
      maxKeys: 2,
      noNullPrototype: true,
    },
  );
  return change.map((wished) => {
    const plan = planOf(before, wished);
    const row = {
      id: 'J-0001',
      day: '2023-05-11',
      time: '09:00',
      who: 'coordination@mila.example',
      action: 'Essai',
      summary: null,
      undo: 'possible',
      command: 'essai',
      tabs: plan.tabs.map(({ tab }) => tab),
    } as const;
    const store = (writeUndo(undoEntry(before, plan, [])) ?? []).map((text, part) => ['J-0001', part + 1, text]);
    return {
      ...afterPlan(before, plan),
      [journalTable.tab]: changeTable(journalTable, undefined, { put: [row] }),
      [UNDO_TAB]: [[...UNDO_HEADER], ...store],
    };
  });
}

/** What only makes sense when it fits: most mails have an address and words, texts of mails are those of a template. */
function likely(table: Table, row: AnyRecord): AnyRecord {
  if (table === outboxTable) {
    const status = ['sent', 'claimed', null].includes(row['status'] as string | null) ? 'uncertain' : row['status'];
    const words = { subject: row['subject'] ?? 'Bonjour', body: row['body'] ?? 'Bonjour.' };
    return { ...row, ...words, status: status ?? null, to: row['to'] === null ? null : 'anna@maree.example' };
  }
  return table === templateTable ? { ...row, key: templates[0]?.key ?? '', body: 'Bonjour.', subject: 'Bonjour' } : row;
}

const managedTab = oncePer((table: Table): fc.Arbitrary<Grid> => {
  const kept = records(table).map((rows) =>
    changeTable(table, undefined, { put: rows.map((row) => likely(table, row)) }),
  );
  const withOwnColumn = fc.tuple(kept, fc.constantFrom(...hostileTexts)).map(([content, text]) =>
    content.map((row, index): Cell[] => {
      const cells: Cell[] = Array.from({ length: table.columns.length }, (_, column) => row[column] ?? null);
      return [...cells, index === 0 ? 'Ma colonne' : text];
    }),
  );
  return fc.oneof(
    { weight: 10, arbitrary: kept },
    { weight: 6, arbitrary: withOwnColumn },
    { weight: 1, arbitrary: grid },
  );
});

/** The tabs that a command reads with some input of its schema; when it reads all, those that it may change. */
export function readsOf(command: Command): readonly string[] {
  const [input] = fc.sample(inputFor(command, {}), { numRuns: 1, seed: 1 });
  const reads = command.reads(input);
  return reads === 'all' ? command.changes(input) : reads;
}

/** What a command would see of the workbook; formulas show nothing, since nothing has calculated them. */
export function stateFor(command: Command, input: unknown, whole: Workbook): State {
  const reads = command.reads(input);
  const tabs = Object.keys(whole).filter((tab) => reads === 'all' || reads.includes(tab));
  return {
    workbook: Object.fromEntries(tabs.map((tab) => [tab, whole[tab] ?? []])),
    shown: Object.fromEntries(
      tabs.map((tab) => [tab, (whole[tab] ?? []).map((row) => row.map((cell) => (isFormula(cell) ? null : cell)))]),
    ),
    tabs,
    sources: tabs.map((title) => ({
      title,
      hidden: false,
      rows: (whole[title] ?? []).map((row) => row.map(sourceCell)),
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
    })),
  };
}

function sourceCell(cell: Cell): SourceCell | undefined {
  return cell === null ? undefined : { entered: cell, shown: isFormula(cell) ? null : cell };
}

/** The number and the name of each record of « Adhérents » and « Contacts », and of one that is in neither. */
function namedRecords(whole: Workbook): readonly { readonly id: string; readonly confirm: string }[] {
  const members = readTable(memberTable, whole[memberTable.tab]).records;
  const people = readTable(contactTable, whole[contactTable.tab]).records;
  return [
    { id: 'ADH-9999', confirm: '' },
    ...members.map(({ id, organisation }) => ({ id, confirm: organisation ?? id })),
    ...people.map(({ id, name }) => ({ id, confirm: name ?? id })),
  ];
}

/** Inputs whose form no schema tells: a bank statement with names of the workbook in it, a name typed to confirm. */
const specialInputs: Readonly<Record<string, (words: readonly string[], whole: Workbook) => fc.Arbitrary<unknown>>> = {
  'erase-person': (_, whole) => fc.constantFrom(...namedRecords(whole)),
  'match-statement': (words) => {
    const cell = fc
      .constantFrom(...words, ...hostileTexts, ...Array<string[]>(8).fill(['Label Marée Basse', 'COT-0002']).flat())
      .map((word) => `"VIR ${word.replaceAll('"', '""')}"`);
    const line = fc
      .tuple(cell, fc.oneof(fc.constant(110), fc.integer({ min: -500, max: 50_000 })))
      .map(([label, sum]) => `03/05/2023;${label};${sum}`);
    return fc.array(line, { maxLength: 5 }).map((lines) => ({ text: ['Date;Libellé;Montant', ...lines].join('\n') }));
  },
};

const schemaOf = oncePer((command: Command) => z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }));

/** Inputs that the command's schema accepts, with texts, ids and titles of the workbook among their texts. */
export function inputFor(command: Command, whole: Workbook): fc.Arbitrary<unknown> {
  const words = Object.entries(whole).flatMap(([tab, content]) => [
    tab,
    ...content
      .slice(0, 8)
      .flatMap((row) => row.slice(0, 4).flatMap((cell) => (typeof cell === 'string' && cell !== '' ? [cell] : []))),
  ]);
  const special = specialInputs[command.name]?.(words, whole);
  if (special) return special.chain((input) => fc.oneof(fc.constant(input), answered(command, whole, input)));
  const bare = fc.oneof(
    { weight: 1, arbitrary: fc.constant({}) },
    {
      weight: 4,
      arbitrary: fromSchema(schemaOf(command), {
        texts: words,
        tabs: Object.keys(whole),
        projects: projectsIn(whole),
        programmes: readTable(programmeTable, whole[programmeTable.tab]).records.flatMap(({ code }) => code ?? []),
      }),
    },
  );
  let refused = 0;
  const fits = (input: unknown): boolean => {
    if (command.input.safeParse(input).success) return true;
    refused += 1;
    if (refused > 10_000) throw new Error(`Hardly any random input fits the schema of ${command.name}`);
    return false;
  };
  return bare.filter(fits).chain((input) => fc.oneof(fc.constant(input), answered(command, whole, input)));
}

/** The input with answers to the questions that it raises. */
function answered(command: Command, whole: Workbook, input: unknown): fc.Arbitrary<unknown> {
  const { questions } = command.decide(stateFor(command, input, whole), input, { today: '2023-05-12', time: '10:00' });
  const choices = Object.fromEntries(
    questions.slice(0, 20).map(({ id, choices: some }) => [id, fc.constantFrom(...some.map(({ value }) => value))]),
  );
  const all = fc.record(choices);
  const answers = fc.oneof({ weight: 3, arbitrary: all }, fc.record(choices, { requiredKeys: [] }));
  return answers.map((given) => ({ ...(input as object), answers: given }));
}

function projectsIn(whole: Workbook): readonly string[] {
  const [header = [], ...rows] = whole[budgetTable.tab] ?? [];
  const place = header.indexOf('Programme');
  const codes = place < 0 ? [] : rows.map((row) => row[place]);
  return codes
    .filter((code) => typeof code === 'string')
    .filter((code) => /^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,29}$/u.test(code));
}

interface Words {
  readonly texts: readonly string[];
  readonly tabs: readonly string[];
  /** Codes of programmes that lines of « Budget » bear. */
  readonly projects: readonly string[];
  /** Codes of « Programmes ». */
  readonly programmes: readonly string[];
}

type Schema = z.core.JSONSchema._JSONSchema;

function isNothing(schema: Schema): boolean {
  return typeof schema === 'object' && schema.type === 'null';
}

function fromSchema(schema: Schema, words: Words): fc.Arbitrary<unknown> {
  if (typeof schema === 'boolean') return fc.constant(null);
  const options = schema.anyOf ?? schema.oneOf;
  if (options)
    return fc.oneof(
      ...options.map((option) => ({ weight: isNothing(option) ? 1 : 4, arbitrary: fromSchema(option, words) })),
    );
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  switch (schema.type) {
    case 'object':
      return objectFrom(schema, words);
    case 'array': {
      const items = (schema.items ?? {}) as Exclude<Schema, boolean>;
      const some = fc.array(fromSchema(items, words), { maxLength: 4 });
      const single = fromSchema(items, words).map((one) => [one]);
      const tabs = items.type === 'string' && items.enum === undefined ? fc.constant(words.tabs) : single;
      return fc.oneof({ weight: 3, arbitrary: tabs }, { weight: 1, arbitrary: some });
    }
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number': {
      const min = Math.max(0, schema.minimum ?? 0);
      return fc.integer({ min, max: Math.min(min + 3000, schema.maximum ?? min + 3000) });
    }
    case 'string':
      return schema.format === 'date'
        ? fc.constantFrom('2023-05-12', '2023-05-02', '2023-01-31', '2022-12-31')
        : hinted(schema, words);
    default:
      return fc.constant(null);
  }
}

/** A text of which the schema says what it is: a day, an address, the number of a record of some table. */
function hinted({ format, prefix, pattern }: Exclude<Schema, boolean>, words: Words): fc.Arbitrary<unknown> {
  const ids = words.texts.filter((word) => typeof prefix === 'string' && word.startsWith(`${prefix}-`));
  if (ids.length > 0) return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ids) }, text(words));
  // A class of Unicode has too many letters to be drawn from.
  if (pattern !== undefined && format === undefined && !pattern.includes('\\p'))
    return matching(new RegExp(pattern, 'u'), words);
  if (format === 'email') return fc.constantFrom('anna@maree.example', 'bob@maree.example');
  const known = EXAMPLES[format ?? ''];
  if (known !== undefined) return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, text(words));
  if (format !== 'day') return text(words);
  const days = fc.integer({ min: -1500, max: 1500 }).map((days) => plusDays('2023-05-12', days));
  return fc.oneof({ weight: 6, arbitrary: days }, fc.constant(''), text(words));
}

function matching(pattern: RegExp, words: Words): fc.Arbitrary<string> {
  const known = words.texts.filter((word) => pattern.test(word));
  const any = { weight: 2, arbitrary: fc.stringMatching(pattern) };
  return known.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, any) : fc.oneof(any);
}

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  emails: ['', 'anna@maree.example', 'bob@maree.example ; anna@maree.example'],
  phones: ['', '01 99 00 12 34', '+33 6 39 98 12 34'],
  bookable: ['Salle de réunion', 'Studio'],
  siret: ['', '999 000 011 00018'],
  wish: ['Oui, je viens', 'Non, je ne peux pas'],
  site: ['', 'www.maree.example'],
  time: ['', '9h30', '10:00', '14h', '18:00'],
};

function objectFrom(schema: Exclude<Schema, boolean>, words: Words): fc.Arbitrary<unknown> {
  const properties = schema.properties ?? {};
  if (Object.keys(properties).length === 0 && typeof schema.additionalProperties === 'object') {
    return fc.dictionary(text(words), fromSchema(schema.additionalProperties, words), {
      maxKeys: 3,
      noNullPrototype: true,
    });
  }
  const fields = Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, inputOf(key, value, words)]),
  );
  return fc.record(fields, { requiredKeys: (schema.required ?? []) as never[] });
}

function inputOf(key: string, schema: Schema, words: Words): fc.Arbitrary<unknown> {
  if (typeof schema === 'object' && 'prefix' in schema) return fromSchema(schema, words);
  return key === 'id' ? id(words) : (pointed(key, words) ?? fromSchema(schema, words));
}

/** What a field of that name points to, where there are such records; a year in which there are some. */
function pointed(key: string, { texts, projects, programmes }: Words): fc.Arbitrary<unknown> | null {
  if (key === 'project' && projects.length > 0) return fc.constantFrom(...projects);
  if (key === 'programme' && programmes.length > 0) return fc.constantFrom(...programmes);
  if (key === 'other_programmes')
    return fc.subarray([...new Set(programmes)].filter(({ length }) => length <= 80).slice(0, 12));
  if (key === 'year') return fc.constantFrom(2022, 2023, 2024);
  const prefix = { member: 'ADH', fees: 'COT', charges: 'COT', sessions: 'SEA' }[key];
  const known = texts.filter((word) => prefix !== undefined && new RegExp(`^${prefix}-\\d+$`, 'u').test(word));
  if (known.length === 0) return null;
  return key === 'member' ? fc.constantFrom(...known) : fc.subarray([...new Set(known)]);
}

/** Mostly the id of a record that is there, each tab as likely as the others. */
function id(words: Words): fc.Arbitrary<string> {
  const byPrefix = new Map<string, string[]>();
  for (const word of words.texts) {
    const prefix = /^([A-Z]+)-\d+$/u.exec(word)?.[1];
    if (prefix !== undefined) byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), word]);
  }
  const known = [...byPrefix.values()].map((ids) => ({ weight: 4, arbitrary: fc.constantFrom(...ids) }));
  return fc.oneof(...known, { weight: 2, arbitrary: text(words) });
}

function text({ texts: words }: Words): fc.Arbitrary<string> {
  const ids = words.filter((word) => /^[A-Z]+-\d+$/u.test(word));
  return fc.oneof(
    ...[ids, words]
      .filter((list) => list.length > 0)
      .map((list) => ({ weight: 4, arbitrary: fc.constantFrom(...list) })),
    { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('2023-05-12', 'ADH-0001', 'J-0001', 'oui', '12', '31/03', ...hostileTexts),
    },
  );
}
