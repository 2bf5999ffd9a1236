/** Which lines of a budget are headings, and which lines they add up. */
import { componentsIn } from './label.ts';
import type { LabelComponent } from './label.ts';
import type { Line, Stray } from './lines.ts';

/** A line with those that it adds up. */
export interface Node {
  readonly line: Line;
  readonly parent: Node | null;
  /** The class of its accounts, its own or its heading's. */
  readonly account_class: string | null;
  readonly isInKind: boolean;
  readonly children: readonly Node[];
  /** Its amount, or what its children add up to when it has none. */
  readonly cents: number;
  /** What its children add up to; equal to `cents` when it has none. */
  readonly computed: number;
  /** The parts that its label writes with their own amounts. */
  readonly parts: readonly LabelComponent[];
  /** True when it is worth other lines or parts, and is not to be counted again. */
  readonly isHeading: boolean;
  /** The amounts beside the table that count as lines of their own. */
  readonly strays: readonly Stray[];
}

interface Draft {
  readonly line: Line;
  readonly children: Draft[];
}

/** The lines of one side as nodes, in the order of the rows; `breaks` are the rows of totals, which end every heading. */
export function budgetTree(lines: readonly Line[], breaks: readonly number[]): readonly Node[] {
  const roots = drafts(lines, breaks).flatMap(settleChildren);
  return roots.flatMap((draft) => nodesOf(draft, null, true));
}

function drafts(lines: readonly Line[], breaks: readonly number[]): readonly Draft[] {
  const roots: Draft[] = [];
  let open: Draft[] = [];
  lines.forEach((line, index) => {
    const above = open.at(-1)?.line.row.row ?? 0;
    if (breaks.some((row) => row > above && row < line.row.row)) open = [];
    const draft: Draft = { line, children: [] };
    while (open.length > 0 && !belongsTo(line, open)) open.pop();
    const parent = open.at(-1);
    if (parent === undefined) roots.push(draft);
    else parent.children.push(draft);
    if (opens(lines, index, breaks)) open.push(draft);
  });
  return roots;
}

// Numbered lines go below the longest account that begins theirs; the others below the heading above.
function belongsTo(line: Line, open: readonly Draft[]): boolean {
  const head = open.at(-1)?.line;
  if (head === undefined || line.isBroughtForward || line.accounts.isClass) return false;
  if (line.isInKind && !head.isInKind) return false;
  const { codes, account_class } = line.accounts;
  if (head.sumsTo !== null) return line.row.row <= head.sumsTo;
  if (codes.length === 0) return head.accounts.isClass || (head.accounts.codes.length === 0 && isLower(line, head));
  if (head.accounts.codes.length === 0) return isLower(line, head);
  if (head.accounts.isClass) return account_class !== null && head.accounts.codes.includes(account_class);
  const [code = ''] = codes;
  return codes.length === 1 && head.accounts.codes.some((other) => other !== code && code.startsWith(other));
}

function isLower(line: Line, head: Line): boolean {
  return line.indent > head.indent || (head.isBold && !line.isBold);
}

function opens(lines: readonly Line[], index: number, breaks: readonly number[]): boolean {
  const line = lines[index];
  if (line === undefined || line.isBroughtForward) return false;
  if (line.accounts.isClass || line.accounts.codes.length === 1 || line.sumsTo !== null) return true;
  return line.accounts.codes.length === 0 && !line.isInKind && isSubtotalByLook(lines, index, breaks);
}

// Without an account, a line is a heading when it looks like one and is worth what stands below it.
function isSubtotalByLook(lines: readonly Line[], index: number, breaks: readonly number[]): boolean {
  const head = lines[index];
  if (head === undefined || head.cents === null || head.cents === 0) return false;
  const end = breaks.find((row) => row > head.row.row) ?? Infinity;
  let sum = 0;
  for (const line of lines.slice(index + 1)) {
    if (!isLower(line, head) || line.row.row > end || line.cents === null) break;
    sum += line.cents;
    if (sum === head.cents) return true;
  }
  return false;
}

// Unnumbered lines after a heading may stop belonging to it: those that add up to it are its own.
function settleChildren(draft: Draft): readonly Draft[] {
  const { line, children } = draft;
  const isOpen =
    children.length > 1 &&
    children.every((child) => child.line.accounts.codes.length === 0 && child.line.indent <= line.indent);
  if (line.cents === null || !isOpen || sumOf(children, true) === line.cents || sumOf(children, false) === line.cents)
    return [draft];
  for (let count = 1; count < children.length; count += 1) {
    const own = children.slice(0, count);
    if (sumOf(own, true) !== line.cents && sumOf(own, false) !== line.cents) continue;
    return [{ line, children: own }, ...children.slice(count)];
  }
  return [draft];
}

function sumOf(drafts: readonly Draft[], withStrays: boolean): number {
  return drafts.reduce((total, draft) => total + valueOf(draft, withStrays), 0);
}

function valueOf({ line, children }: Draft, withStrays: boolean): number {
  const own = line.cents ?? sumOf(children, withStrays);
  return withStrays ? own + line.strays.reduce((total, { cents }) => total + cents, 0) : own;
}

// Amounts beside the table count unless the heading is worth its lines without them.
function nodesOf(draft: Draft, parent: Node | null, countsStrays: boolean): readonly Node[] {
  const { line, children } = draft;
  const withStrays =
    line.cents === null || sumOf(children, true) === line.cents || sumOf(children, false) !== line.cents;
  const computed = children.length === 0 ? (line.cents ?? 0) : sumOf(children, withStrays);
  const own = line.accounts.account_class;
  const direct: Node[] = [];
  const parts = children.length === 0 && line.cents !== null ? componentsIn(line.label, line.cents) : [];
  const node: Node = {
    line,
    parent,
    account_class: own ?? classFromAbove(line, parent) ?? sharedClass(children),
    isInKind: line.isInKind || (parent?.isInKind ?? false),
    children: direct,
    cents: line.cents ?? computed,
    computed,
    parts,
    isHeading: children.length > 0 || parts.length > 0,
    strays: countsStrays ? line.strays : [],
  };
  const below = children.map((child) => nodesOf(child, node, withStrays));
  direct.push(...below.flatMap((nodes) => nodes.slice(0, 1)));
  return [node, ...below.flat()];
}

function classFromAbove(line: Line, parent: Node | null): string | null {
  return line.accounts.codes.length > 0 || line.isBroughtForward ? null : (parent?.account_class ?? null);
}

function sharedClass(children: readonly Draft[]): string | null {
  const classes = new Set(children.map(({ line }) => line.accounts.account_class));
  return classes.size === 1 ? ([...classes][0] ?? null) : null;
}
