/** The tab of the ledger: what was spent and received, with the budget account of each entry. */
import { accountOf, categoryMap } from './actuals/category.ts';
import { columnsOf, fieldCell, quoteOf } from './cells.ts';
import { colourLegend } from './colour-legend.ts';
import { declaredTotals } from './controls.ts';
import type { Controls } from './controls.ts';
import { readEntryRow } from './actuals/row.ts';
import type { EntryRow } from './actuals/row.ts';
import { firstThousands } from './money-findings.ts';
import { openingBalance } from './actuals/opening-balance.ts';
import { programmeIn } from './programme-alias.ts';
import { seasonsOf, sectionYear } from './tab-year.ts';
import type { Content, EntryRecord, Finding, Frame, FrameSection, Json, Metadata, ReadContext } from './types.ts';
import { monthIn } from './values/date-parts.ts';
import { firstDay, lastDay } from './values/date.ts';
import { fold, textOf } from './values/text.ts';

// The grant of the CNM pays for this programme alone, so that its entries have to be shown apart.
const FUNDED_ALONE = 'CRESC';

/** The entries of the ledger, one record for each row. */
export function readActuals(frame: Frame, context: ReadContext): Content<EntryRecord> {
  const rows = withDuplicates(readRows(frame, context), frame);
  const records = rows.map(({ record }) => record);
  const year = typeof frame.metadata['year'] === 'number' ? frame.metadata['year'] : context.year;
  const metadata = openingBalance(frame, year);
  const { controls, findings } = controlsOf(frame, records);
  const legend = colourLegend(frame);
  return {
    records,
    findings: [...firstThousands(rows.flatMap((row) => row.findings)), ...findings],
    controls,
    totals: totalsOf(records, metadata),
    metadata,
    sections: frame.sections.map((section) => ({ ...section, month: sectionMonth(section, year) })),
    category_map: categoryMap(records.flatMap(({ category }) => (category === null ? [] : [category]))),
    ...(legend.length === 0 ? {} : { colour_legend: legend }),
  };
}

function readRows(frame: Frame, context: ReadContext): readonly EntryRow[] {
  const at = { frame, context, seasons: seasonsOf(frame, context), projects: projectsOf(frame) };
  const rows: EntryRow[] = [];
  for (const row of frame.data) rows.push(readEntryRow(row, { ...at, above: rows.at(-1)?.record ?? null }));
  return rows;
}

// A programme that a grant of the ledger names is followed apart, too.
function projectsOf(frame: Frame): ReadonlySet<string> {
  const granted = frame.data.flatMap((row): string[] => {
    const account = accountOf(textOf(fieldCell(frame, row, 'category')?.cell.shown ?? null));
    const programme = account?.startsWith('74') === true ? programmeIn(labelOf(frame, row)) : null;
    return programme === null ? [] : [programme];
  });
  return new Set([FUNDED_ALONE, ...granted]);
}

function labelOf(frame: Frame, row: Frame['data'][number]): string {
  return textOf(fieldCell(frame, row, 'label')?.cell.shown ?? null);
}

function withDuplicates(rows: readonly EntryRow[], frame: Frame): readonly EntryRow[] {
  const seen = new Map<string, readonly EntryRecord[]>();
  return rows.map((entry, index): EntryRow => {
    const { record } = entry;
    const key = keyOf(record);
    const above = key === null ? [] : (seen.get(key) ?? []);
    const first = above.find(({ custom }) => !tellsApart(custom, record.custom))?.source_row;
    if (key !== null && first === undefined) seen.set(key, [...above, record]);
    if (first === undefined) return entry;
    const row = frame.data[index];
    const found = row === undefined ? undefined : fieldCell(frame, row, 'label');
    if (found === undefined) return entry;
    const duplicate: Finding = {
      row: found.row,
      column: found.column,
      kind: 'duplicate_row',
      raw: quoteOf(found.cell),
      details: { of_row: first, evidence: ['date', 'label', 'amount'] },
    };
    return { record: { ...record, duplicate_of_row: first }, findings: [...entry.findings, duplicate] };
  });
}

// Two suppliers or two invoices are two entries, whatever else they share.
function tellsApart(a: EntryRecord['custom'], b: EntryRecord['custom']): boolean {
  return Object.entries(a).some(([name, value]) => {
    const other = b[name];
    return (
      tellingText(value) !== '' && tellingText(other) !== '' && fold(tellingText(value)) !== fold(tellingText(other))
    );
  });
}

function tellingText(value: Json | undefined): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return text.length >= 3 ? text : '';
}

function keyOf({ date, label, debit_cents: debit, credit_cents: credit }: EntryRecord): string | null {
  if (date === null || label === null || (debit === null && credit === null)) return null;
  return [date.value, fold(label), String(debit), String(credit)].join('|');
}

function sectionMonth(section: FrameSection, year: number): string | null {
  const month = monthIn(section.text);
  return month === null ? null : `${String(sectionYear(section) ?? year)}-${String(month).padStart(2, '0')}`;
}

function controlsOf(frame: Frame, records: readonly EntryRecord[]): Controls {
  const measured: readonly (readonly [string, (record: EntryRecord) => number | null])[] = [
    ['debit', (record) => record.debit_cents],
    ['credit', (record) => record.credit_cents],
    ['amount', (record) => (record.credit_cents ?? 0) - (record.debit_cents ?? 0)],
  ];
  const measures = measured.flatMap(([field, valueOf]) =>
    columnsOf(frame, field).map((column) => {
      const values = new Map(records.map((record) => [record.source_row, valueOf(record) ?? 0] as const));
      return [column, { what: 'amount_cents' as const, values }] as const;
    }),
  );
  return declaredTotals(frame, Object.fromEntries(measures), (first, last) => ({
    computed: records.filter(({ source_row: row }) => row >= first && row <= last).length,
  }));
}

function totalsOf(records: readonly EntryRecord[], metadata: Metadata): Readonly<Record<string, Json>> {
  const debit = sum(records, 'debit_cents');
  const credit = sum(records, 'credit_cents');
  const opening = metadata['opening_balance_cents'];
  const days = records.flatMap(({ date }) => (date === null ? [] : [date]));
  const first = [...days].sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1))[0];
  const last = [...days].sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1)).at(-1);
  return {
    entries: records.length,
    debit_cents: debit,
    credit_cents: credit,
    closing_balance_computed_cents: typeof opening === 'number' ? opening + credit - debit : null,
    by_account: byAccount(records),
    first_date: first?.value ?? null,
    last_date: last?.value ?? null,
  };
}

function byAccount(records: readonly EntryRecord[]): Readonly<Record<string, Json>> {
  const groups = new Map<string, EntryRecord[]>();
  for (const record of records) {
    const account = record.account_code ?? 'unclassified';
    const group = groups.get(account);
    if (group === undefined) groups.set(account, [record]);
    else group.push(record);
  }
  return Object.fromEntries(
    [...groups].map(([account, group]) => [
      account,
      { debit_cents: sum(group, 'debit_cents'), credit_cents: sum(group, 'credit_cents'), entries: group.length },
    ]),
  );
}

function sum(records: readonly EntryRecord[], field: 'debit_cents' | 'credit_cents'): number {
  return records.reduce((total, record) => total + (record[field] ?? 0), 0);
}
