/** Erasing on the adopted sample, and reading her tabs again afterwards. */
import { erasePerson } from '../../../src/core/commands/erase-person.ts';
import { isManaged } from '../../../src/core/privacy/own-tabs.ts';
import type { SourceTab } from '../../../src/core/reading/source.ts';
import type { TabPlan } from '../../../src/core/plan.ts';
import { contactTable } from '../../../src/core/tables/contact.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { membershipFeeTable } from '../../../src/core/tables/membership-fee.ts';
import { registrationTable } from '../../../src/core/tables/registration.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { adopted, edited, recordsIn, run } from '../../support/adoption.ts';
import type { Outcome } from '../../support/adoption.ts';
import { sourceFromXlsx } from '../../support/source-from-xlsx.ts';

let sources: readonly SourceTab[];
let made: Workbook;

beforeAll(async () => {
  sources = await sourceFromXlsx('src/local/sample/mila-2023.xlsx');
  made = adopted(sources).made;
}, 60_000);

/** Erases, her own tabs too when asked, and gives her tabs as they are then. */
function erase(
  id: string,
  confirm: string,
  from: Workbook,
  own: boolean,
): Outcome & { readonly hers: readonly SourceTab[] } {
  const tabs = own ? sources.map(({ title }) => [`tab:${title}`, 'erase']) : [];
  const input = { id, confirm, answers: { sure: 'yes', ...Object.fromEntries(tabs) } };
  const outcome = run(erasePerson, sources, { made: from, input });
  return { ...outcome, hers: sources.map((source) => changed(source, outcome.plan.tabs)) };
}

function changed(source: SourceTab, plans: readonly TabPlan[]): SourceTab {
  const cells = plans.find(({ tab }) => tab === source.title)?.cells ?? [];
  const rows = source.rows.map((row) => [...row]);
  for (const { row, column, to } of cells) {
    const line = rows[row];
    if (line === undefined) continue;
    if (to === null) Reflect.deleteProperty(line, column);
    else line[column] = { ...line[column], entered: to, shown: typeof to === 'object' ? null : to };
  }
  return { ...source, rows };
}

const text = (book: Workbook) => JSON.stringify(Object.entries(book).filter(([tab]) => isManaged(tab)));
/** Where a name still stands, with what is around it. */
const left = (value: string, name: RegExp) =>
  [...value.matchAll(name)].map(({ index }) => value.slice(Math.max(0, index - 60), index + 40));
const counts = (book: Workbook) =>
  [memberTable, contactTable, membershipFeeTable, registrationTable].map((table) => recordsIn(table, book).length);

test('a person of the sample goes from every tab, and reading her tabs again does not bring her back', () => {
  const person = recordsIn(contactTable, made).find(({ name }) => name === 'Camille Ravel-Oudin');
  const { made: after, hers, preview } = erase(person?.id ?? '', 'Camille Ravel-Oudin', made, true);
  expect(preview.state).toBe('ready');
  expect(left(text(after), /camille/giu)).toEqual([]);
  expect(left(JSON.stringify(hers), /camille/giu)).toEqual([]);
  expect(counts(after)).toEqual(counts(made));
  const again = adopted(hers, { made: after });
  expect(again.plan.tabs.map(({ tab, cells }) => [tab, cells.slice(0, 5)])).toEqual([]);
});

test('a member that left goes, its dues stay; reading her tabs again changes nothing', () => {
  const member = recordsIn(memberTable, made).find(({ organisation }) => organisation === 'Velours & Compagnie');
  const row = (made[memberTable.tab] ?? []).findIndex(([id]) => id === member?.id) + 1;
  const gone: Workbook = {
    ...made,
    [memberTable.tab]: edited(withColumn(made[memberTable.tab] ?? [], 'Parti le'), row, 'Parti le', '31/01/2023'),
    Occupations: (made['Occupations'] ?? []).filter((cells) => !cells.includes(member?.id ?? '')),
  };
  const { made: after, hers, preview } = erase(member?.id ?? '', 'Velours & Compagnie', gone, true);
  expect(preview.refusal).toBeNull();
  expect(left(text(after), /velours|sauvegrain/giu)).toEqual([]);
  expect(counts(after)).toEqual(counts(gone));
  const again = adopted(hers, { made: after });
  expect(left(text(again.made), /velours|sauvegrain/giu)).toEqual([]);
  expect(counts(again.made)).toEqual(counts(after));
});

test('what she leaves in her own tabs is not taken for a new member either', () => {
  const person = recordsIn(contactTable, made).find(({ name }) => name === 'Camille Ravel-Oudin');
  const { made: after } = erase(person?.id ?? '', 'Camille Ravel-Oudin', made, false);
  const again = adopted(sources, { made: after });
  expect(counts(again.made)).toEqual(counts(made));
});

function withColumn(grid: Workbook[string], header: string): Workbook[string] {
  const width = Math.max(...grid.map((row) => row.length));
  const [first = [], ...rest] = grid;
  return first.includes(header) ? grid : [[...first, ...Array<null>(width - first.length).fill(null), header], ...rest];
}
