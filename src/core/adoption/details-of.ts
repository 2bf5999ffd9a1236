/** What the wizard shows of each tab: kind, reason, columns, counts, cells accounted for. */
import type { Question } from '../command.ts';
import { euros, frenchNumber } from '../french.ts';
import type { SourceTab } from '../reading/source.ts';
import { FIELDS } from '../reading/synonyms.ts';
import type {
  Choices,
  Column,
  ColumnExplanation,
  Control,
  Reading,
  TabExplanation,
  TabReading,
} from '../reading/types.ts';
import type { Table } from '../table.ts';
import { dataTables } from '../tables/index.ts';
import { accountingOf, NO_CELLS, sumOf } from './accounting.ts';
import type { CheckDraft } from './check-drafts.ts';
import type { AdoptDetails, ColumnDetails, ControlDetails, CountDetails, Refresh, TabDetails } from './details.ts';
import type { Unit } from './draft.ts';
import { kindLabelOf, kindOptions, nounOf } from './labels.ts';

/** What details are made from. */
export interface DetailsParts {
  readonly reading: Reading;
  readonly explanations: readonly TabExplanation[];
  readonly sources: readonly SourceTab[];
  readonly choices: Choices;
  readonly units: readonly Unit[];
  readonly checks: readonly CheckDraft[];
  readonly copies: readonly Question[];
  readonly adopted: boolean;
  readonly refresh: Refresh | null;
}

/** The details of a decision. */
export function detailsOf(parts: DetailsParts): AdoptDetails {
  const tabs = parts.reading.tabs.map((tab) => tabDetails(tab, parts));
  const open = parts.checks.filter(({ done }) => done !== true);
  const gravity = (severity: string) => open.filter((check) => check.severity === severity).length;
  return {
    adopted: parts.adopted,
    tabs,
    kinds: kindOptions(),
    accounting: sumOf(tabs.map(({ accounting }) => accounting)),
    counts: countsOf(parts.units),
    checks: { error: gravity('error'), warning: gravity('warning'), info: gravity('info') },
    refresh: parts.refresh,
  };
}

/** How many records of each table the units make. */
export function countsOf(units: readonly Unit[]): CountDetails[] {
  const counts = new Map<Table, number>();
  for (const { drafts } of units) {
    for (const { table } of drafts) counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return dataTables.flatMap((table) => {
    const count = counts.get(table) ?? 0;
    return count === 0 ? [] : [{ tab: table.tab, noun: nounOf(table.name, count), count }];
  });
}

function tabDetails(tab: TabReading, parts: DetailsParts): TabDetails {
  const { explanations, sources, choices, units, checks } = parts;
  const explanation = explanations.find((one) => one.tab === tab.name);
  const choice = Object.hasOwn(choices, tab.name) ? choices[tab.name] : undefined;
  const leftAlone = tab.kind === 'unknown' || tab.kind === 'empty';
  const source = sources.find(({ title }) => title === tab.name);
  return {
    title: tab.name,
    kind: tab.kind,
    kindLabel: kindLabelOf(tab.kind),
    reason: reasonOf(tab, explanation, { skipped: choice?.kind === 'skip', copies: parts.copies }),
    confidence: explanation?.confidence ?? 'certain',
    chosen: choice?.kind ?? null,
    leftAlone,
    headerRows: tab.header_rows,
    columns: tab.columns.map((column) => columnDetails(column, tab, { explanation, chosen: choice?.columns })),
    counts: countsOf(units.filter((unit) => unit.tab === tab.name && unit.row !== null)),
    accounting: leftAlone ? NO_CELLS : accountingOf(tab, source),
    controls: tab.controls.map((control) => controlDetails(control, tab)),
    checks: checks.filter((check) => check.tab === tab.name).length,
  };
}

function reasonOf(
  tab: TabReading,
  explanation: TabExplanation | undefined,
  { skipped, copies }: { skipped: boolean; copies: readonly Question[] },
): string {
  const isCopy = copies.some((question) => question.tab === tab.name && question.answer === 'skip');
  if (isCopy) return 'C’est la copie d’un autre onglet\u00A0: elle est laissée telle quelle.';
  if (skipped) return 'Vous avez choisi de le laisser tel quel.';
  if (tab.kind === 'empty') return 'L’onglet est vide.';
  return explanation?.reason ?? tab.reason ?? '';
}

interface ColumnParts {
  readonly explanation: TabExplanation | undefined;
  readonly chosen: Readonly<Record<string, string>> | undefined;
}

function columnDetails(column: Column, tab: TabReading, { explanation, chosen }: ColumnParts): ColumnDetails {
  const found: ColumnExplanation | undefined = explanation?.columns.find((one) => one.column === column.column);
  const option = (field: string) => ({ field, label: fieldLabel(tab, field) });
  return {
    letters: column.column,
    header: column.header,
    field: column.field,
    fieldLabel:
      column.field !== null
        ? fieldLabel(tab, column.field)
        : column.custom !== undefined
          ? `Colonne à vous : ${column.custom}`
          : 'Non reprise',
    samples: found?.samples ?? [],
    confidence: found?.confidence ?? 'certain',
    custom: column.custom ?? null,
    alternatives: (found?.alternatives ?? []).map(option),
    chosen: chosen !== undefined && Object.hasOwn(chosen, column.column),
  };
}

function fieldLabel(tab: TabReading, field: string): string {
  if (tab.kind === 'unknown' || tab.kind === 'empty') return field;
  return FIELDS[tab.kind][field]?.label ?? field;
}

function controlDetails(control: Control, { columns }: TabReading): ControlDetails {
  const { row, label, what, declared, declared_raw: raw, computed, matches } = control;
  const header = columns.find(({ column }) => column === control.column)?.header ?? null;
  const written = (value: number) =>
    what === 'amount_cents'
      ? euros(value)
      : `${frenchNumber(value)}${what === 'area_m2' ? '\u00A0m²' : what === 'hours' ? '\u00A0h' : ''}`;
  return {
    label: row === null ? label : `Ligne ${row}, ${label}${header === null ? '' : ` (${header})`}`,
    declared: declared === null ? String(raw ?? '?') : written(declared),
    computed: written(computed),
    matches,
  };
}
