/** What a line of a budget tab becomes; headings are kept beside their detail and not counted twice. */
import type { BudgetRecord } from '../reading/types.ts';
import { budgetTable } from '../tables/budget-line.ts';
import { handleOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { fold } from '../reading/values/text.ts';
import { sourceFields } from './tab-context.ts';
import type { TabContext } from './tab-context.ts';

/** The drafts of a budget tab, in its order; a heading that its detail does not reach gets a line for the rest. */
export function budgetDrafts(records: readonly BudgetRecord[], context: TabContext): Draft[] {
  const places = new Map<string, number>();
  const partOf = (record: BudgetRecord): string => {
    const place = `${record.side}:${String(record.source_row)}`;
    const index = places.get(place) ?? 0;
    places.set(place, index + 1);
    return `${record.side}:${String(index)}`;
  };
  const parts = new Map(records.map((record) => [record, partOf(record)]));
  const headings = new Map<string, string>();
  for (const record of records) {
    const place = `${record.side}:${String(record.source_row)}`;
    const part = parts.get(record) ?? '';
    if (record.level === 'heading' || !headings.has(place)) headings.set(place, part);
  }
  return records.flatMap((record) => {
    const part = parts.get(record) ?? '';
    const parent = record.parent_row === null ? undefined : headings.get(`${record.side}:${String(record.parent_row)}`);
    const link = parent === undefined ? {} : { parent: handleOf(record.source_tab, record.parent_row, parent) };
    const line = lineDraft(record, { part, links: link, context });
    const rest = undetailed(record, records);
    return rest === 0 ? [line] : [line, restDraft(record, { part, rest, context })];
  });
}

/** The class that a line is summed in: "60", "63-64-65", "report", "86"; null when the line tells none. */
export function classOf(record: BudgetRecord): string | null {
  if (record.brought_forward === true) return 'report';
  if (record.account_class !== null) return record.account_class;
  const classes = [...new Set(record.account_codes.map((code) => code.slice(0, 2)))];
  return classes.length > 0 ? classes.join('-') : null;
}

interface LineParts {
  readonly part: string;
  readonly links: Readonly<Record<string, string>>;
  readonly context: TabContext;
}

function lineDraft(record: BudgetRecord, { part, links, context }: LineParts): Draft {
  const { source_tab: tab, source_row: row } = record;
  const columns = context.columnsOfSide(record.side);
  return {
    tab,
    row,
    handle: handleOf(tab, row, part),
    table: budgetTable,
    part,
    key: fold(`${record.side} ${record.label}`),
    links,
    own: context.own(record.custom, row),
    fields: {
      side: record.side,
      account_class: classOf(record),
      accounts: record.account_codes,
      label: lineLabel(record),
      computation: computationOf(record),
      amount: record.amount_cents,
      counted: record.level !== 'heading' && record.in_kind !== true,
      level: record.level,
      funder: record.funder ?? null,
      desk: record.desk ?? null,
      grant_status: record.grant_status ?? null,
      in_kind: record.in_kind ?? null,
      brought_forward: record.brought_forward ?? null,
      suggested_account: record.suggested_account ?? null,
      hours: record.hours ?? null,
      hourly_rate: record.rate_cents ?? null,
      year: context.year,
      version: context.version,
      source_look: context.look(row, columns),
      ...sourceFields(record),
    },
  };
}

function restDraft(
  record: BudgetRecord,
  { part, rest, context }: { part: string; rest: number; context: TabContext },
): Draft {
  const heading = handleOf(record.source_tab, record.source_row, part);
  const draft = lineDraft(record, { part: `${part}:rest`, links: { parent: heading }, context });
  return {
    ...draft,
    own: {},
    fields: {
      ...draft.fields,
      label: `À détailler : ${record.label}`,
      amount: rest,
      counted: record.in_kind !== true,
      level: 'line',
      suggested_account: null,
      computation: null,
    },
  };
}

/** What a heading holds beyond its detail: the total of the tab stays the one she wrote. */
function undetailed(record: BudgetRecord, records: readonly BudgetRecord[]): number {
  if (record.level !== 'heading' || record.subtotal_matches !== false) return 0;
  const detail = records.filter(
    (line) => line.level !== 'heading' && line.side === record.side && line.parent_row === record.source_row,
  );
  return record.amount_cents - detail.reduce((sum, line) => sum + line.amount_cents, 0);
}

function lineLabel(record: BudgetRecord): string {
  const codes = record.account_codes;
  const isBare = /^[\d\s\-–/+,;.]*$/u.test(record.label);
  if (!isBare || codes.length < 2) return record.label;
  return `${codes[0] ?? ''} à ${codes.at(-1) ?? ''} (non détaillé)`;
}

function computationOf({ hours, rate_cents: rate }: BudgetRecord): string | null {
  return hours === undefined || rate === undefined ? null : `${String(hours)}*${String(rate / 100)}`;
}
