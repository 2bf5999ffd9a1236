/** The records that the nodes of a budget become. */
import { customOf, fieldCells, quoteOf, sourceRaw, textOf } from '../cells.ts';
import type { BudgetRecord, Column, Finding, Frame, Side } from '../types.ts';
import { moneyFindings } from '../money-findings.ts';
import { suggestedAccount } from './account-suggestion.ts';
import { funderIn, grantStatusIn } from './funder.ts';
import { valuationIn } from './label.ts';
import type { LabelComponent } from './label.ts';
import type { Stray } from './lines.ts';
import type { Node } from './tree.ts';
import { clean } from '../values/text.ts';

const REMAINDER = 'ligne à détailler';

/** The records of the nodes in order: each line, its components, and what a heading has that its lines do not explain. */
export function budgetRecords(frame: Frame, nodes: readonly Node[]): readonly BudgetRecord[] {
  return nodes.flatMap((node) => recordsOf(frame, node));
}

/** What is doubtful in the lines: joint accounts, amounts beside the table, amounts with words. */
export function lineFindings(nodes: readonly Node[]): readonly Finding[] {
  return nodes.flatMap(({ line, account_class, cents }) => {
    const { labelCell, amountCell, accounts, money } = line;
    const isJoint = accounts.codes.length > 1 && account_class === null && labelCell !== null;
    const joint: readonly Finding[] = isJoint
      ? [
          {
            row: labelCell.row,
            column: labelCell.column,
            kind: 'combined_accounts',
            raw: quoteOf(labelCell.cell),
            details: { amount_cents: cents },
          },
        ]
      : [];
    return [
      ...joint,
      ...(amountCell === null ? [] : moneyFindings(amountCell, money)),
      ...line.strays.map(strayFinding),
    ];
  });
}

/** True for a line of grants: class 74, or a known funder where no class is written. */
export function isGrant(record: BudgetRecord): boolean {
  if (record.side !== 'income' || record.brought_forward === true) return false;
  return record.account_class === '74' || (record.account_class === null && typeof record.funder === 'string');
}

function recordsOf(frame: Frame, node: Node): readonly BudgetRecord[] {
  const { line, parts, isHeading, cents, computed } = node;
  const remainder = cents - computed;
  const main: BudgetRecord = {
    ...sourced(frame, node),
    side: line.side,
    label: line.label,
    amount_cents: cents,
    level: isHeading ? 'heading' : 'line',
    account_class: classOf(node),
    account_codes: line.accounts.codes,
    parent_row: node.parent?.line.row.row ?? null,
    ...(isHeading
      ? { subtotal_of: subtotalOf(node), subtotal_matches: remainder === 0 }
      : detailsOf(node, line.label, remarks(frame, node))),
    ...specialFields(node),
    ...custom(frame, node),
  };
  return [
    main,
    ...(remainder === 0 ? [] : [remainderOf(frame, node, remainder)]),
    ...node.strays.map((stray) => strayRecord(frame, node, stray)),
    ...parts.map((part) => partRecord(frame, node, part)),
  ];
}

function sourced(frame: Frame, { line }: Node): Pick<BudgetRecord, 'source_tab' | 'source_row' | 'source_raw'> {
  return { source_tab: frame.source.title, source_row: line.row.row, source_raw: sourceRaw(line.row) };
}

function subtotalOf({ children, parts }: Node): readonly (number | string)[] {
  return parts.length > 0 ? parts.map(({ label }) => label) : children.map(({ line }) => line.row.row);
}

function classOf(node: Node): string | null {
  const { line, isInKind, account_class } = node;
  if (line.isBroughtForward) return null;
  return account_class ?? (isInKind ? { expense: '86', income: '87' }[line.side] : null);
}

function specialFields({ line, isInKind }: Node): Partial<BudgetRecord> {
  const valuation = isInKind ? valuationIn(line.label) : null;
  return {
    ...(line.isBroughtForward ? { brought_forward: true as const } : {}),
    ...(isInKind ? { in_kind: true as const } : {}),
    ...(valuation ?? {}),
  };
}

// A funder is said for grants only; an account is suggested where none is written.
function detailsOf(node: Node, label: string, remark = ''): Partial<BudgetRecord> {
  const { line, isInKind } = node;
  const account_class = classOf(node);
  if (line.isBroughtForward || isInKind) return {};
  const { funder, desk } = funderIn(label);
  const isFunded = account_class === '74' || (account_class === null && line.side === 'income' && funder !== null);
  if (isFunded) {
    const grant_status = grantStatusIn(label, line.money.state === 'amount' ? line.money.rest : '', remark);
    return { ...(funder === null ? {} : { funder }), desk, grant_status };
  }
  return line.accounts.codes.length > 0 ? {} : suggestion(label, line.side, account_class);
}

function suggestion(label: string, side: Side, account_class: string | null): Partial<BudgetRecord> {
  const suggested_account = suggestedAccount(label, side, account_class);
  return suggested_account === null ? {} : { suggested_account };
}

// A line has no remarks of its own: they stay under their header; the other side's columns are not its own.
function custom(frame: Frame, node: Node): Partial<BudgetRecord> {
  const { line } = node;
  const own = ownColumns(frame, node);
  const names = new Set(own.map((column) => column.custom ?? ''));
  const customs = Object.entries(customOf(frame, line.row)).filter(([name]) => names.has(name));
  const remark = remarks(frame, node);
  const header = own.find(({ field }) => field === 'notes')?.header ?? 'Remarques';
  const kept = Object.fromEntries([...customs, ...(remark === '' ? [] : [[header, remark] as const])]);
  return Object.keys(kept).length === 0 ? {} : { custom: kept };
}

function remarks(frame: Frame, node: Node): string {
  const own = new Set(ownColumns(frame, node).map(({ column }) => column));
  return fieldCells(frame, node.line.row, 'notes')
    .filter(({ column }) => own.has(column))
    .map(({ cell }) => clean(textOf(cell)))
    .join(' / ');
}

function ownColumns(frame: Frame, { line }: Node): readonly Column[] {
  const isShared = frame.columns.some(({ field, side }) => field === 'label' && side === undefined);
  if (isShared) return frame.columns;
  let side: Side | undefined;
  const sides = frame.columns.map((column) => (side = column.side ?? side));
  return frame.columns.filter((_, index) => sides[index] === undefined || sides[index] === line.side);
}

function remainderOf(frame: Frame, node: Node, amount_cents: number): BudgetRecord {
  return {
    ...sourced(frame, node),
    side: node.line.side,
    label: REMAINDER,
    amount_cents,
    level: 'line',
    account_class: classOf(node),
    account_codes: [],
    parent_row: node.line.row.row,
    ...(node.isInKind ? { in_kind: true as const } : {}),
  };
}

function strayRecord(frame: Frame, node: Node, stray: Stray): BudgetRecord {
  const heading = node.parent ?? node;
  return {
    ...component(frame, node, stray),
    parent_row: heading.line.row.row,
    ...withoutGrantStatus(detailsOf(node, stray.label), stray.label),
    source_column: stray.at.column,
  };
}

// The words beside the line's own amount say nothing of the component's grant.
function withoutGrantStatus(details: Partial<BudgetRecord>, label: string): Partial<BudgetRecord> {
  return 'grant_status' in details ? { ...details, grant_status: grantStatusIn(label) } : details;
}

function partRecord(frame: Frame, node: Node, part: LabelComponent): BudgetRecord {
  return {
    ...component(frame, node, part),
    parent_row: node.line.row.row,
    ...(node.isInKind || node.line.isBroughtForward ? {} : partDetails(node, part.label)),
  };
}

function partDetails(node: Node, label: string): Partial<BudgetRecord> {
  const account_class = classOf(node);
  if (account_class !== '74') return suggestion(label, node.line.side, account_class);
  const { funder, desk } = funderIn(label);
  return { ...(funder === null ? {} : { funder }), desk, grant_status: grantStatusIn(label) };
}

function component(frame: Frame, node: Node, { label, cents }: LabelComponent): Omit<BudgetRecord, 'parent_row'> {
  return {
    ...sourced(frame, node),
    side: node.line.side,
    label,
    amount_cents: cents,
    level: 'component',
    account_class: classOf(node),
    account_codes: [],
    ...(node.isInKind ? { in_kind: true as const } : {}),
  };
}

function strayFinding({ at, cents }: Stray): Finding {
  return {
    row: at.row,
    column: at.column,
    kind: 'stray_amount',
    raw: quoteOf(at.cell),
    details: { amount_cents: cents },
  };
}
