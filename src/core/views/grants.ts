/** « Financements »: who gives what, funder by funder, and what is due. Amounts in whole cents. */
import { readBudget } from '../budget/reading.ts';
import { titleIn } from '../command.ts';
import { grantStates, grantTable } from '../tables/grant.ts';
import type { Grant } from '../tables/grant.ts';
import { AUDIT_THRESHOLD, grantProblems, publicTotal } from '../grants/checks.ts';
import { isGrantLine } from '../grants/budget-lines.ts';
import { isInBudget, ownParts, partIn } from '../grants/parts.ts';
import { funderKey, funderName, grantName, grantTabs, readGrants, receivedOf } from '../grants/read.ts';
import type { Grants } from '../grants/read.ts';
import { budgetTable } from '../tables/budget-line.ts';
import type { View } from '../view.ts';

/** A payment that is announced and has not come in. */
export interface OpenInstalment {
  readonly id: string;
  readonly label: string | null;
  readonly due: string | null;
  readonly amount: number;
}

/** One grant. */
export interface GrantItem {
  readonly id: string;
  readonly name: string;
  /** French: « convention signée ». */
  readonly stateLabel: string;
  readonly grant: Grant;
  readonly received: number;
  /** What of it belongs to the year; null when nobody has said yet. */
  readonly part: number | null;
  /** The numbers of the budget lines that carry it. */
  readonly lines: readonly string[];
  readonly open: readonly OpenInstalment[];
  /** Where its row is. */
  readonly cell: string;
}

/** The grants of one funder, all its desks. */
export interface FunderItem {
  readonly funder: string;
  readonly requested: number;
  readonly awarded: number;
  readonly received: number;
  readonly grants: readonly GrantItem[];
}

/** The answer of the view « grants ». */
export interface GrantsView {
  readonly year: number;
  readonly tab: string;
  readonly funders: readonly FunderItem[];
  /** Public money of the year, beside the sum from which an auditor is compulsory. */
  readonly publicTotal: number;
  readonly auditThreshold: number;
  /** Lines of the budget that are grants and that no grant carries yet. */
  readonly seedable: number;
  readonly programmes: readonly { readonly value: string; readonly label: string }[];
  readonly problems: readonly {
    readonly severity: string;
    readonly message: string;
    readonly cell: string | null;
    readonly tab: string;
  }[];
}

/** The view « grants ». */
export const grantsView: View = {
  name: 'grants',
  reads: [...grantTabs, budgetTable.tab],
  view: (state, _input, { today }): GrantsView => {
    const all = readGrants(state);
    const read = readBudget(state, {});
    const lines = 'reading' in read ? read.reading.lines : [];
    const year = ('reading' in read ? read.reading.edition.year : null) ?? Number(today.slice(0, 4));
    const ground = { all, workbook: state.workbook, lines, year, today };
    const taken = new Set(all.parts.map(({ line }) => line));
    return {
      year,
      tab: titleIn(state, grantTable.tab),
      funders: fundersOf(all, year),
      publicTotal: publicTotal(ground),
      auditThreshold: AUDIT_THRESHOLD,
      seedable: lines.filter((line) => isGrantLine(line) && (line.amount ?? 0) > 0 && !taken.has(line.id)).length,
      programmes: all.programmes.map(({ code, name }) => ({
        value: code,
        label: code === name ? code : `${code} – ${name}`,
      })),
      problems: grantProblems(ground).map(({ severity, message, tab, row, column }) => ({
        severity,
        message,
        tab: titleIn(state, tab),
        cell: row === null ? null : `${column ?? 'A'}${String(row)}`,
      })),
    };
  },
};

function fundersOf(all: Grants, year: number): FunderItem[] {
  const byFunder = new Map<string, Grant[]>();
  for (const grant of all.grants) {
    const key = funderKey(grant.funder);
    byFunder.set(key, [...(byFunder.get(key) ?? []), grant]);
  }
  return [...byFunder.values()].map((grants) => {
    const items = grants.map((grant) => itemOf(all, grant, year));
    const sum = (amount: (grant: Grant) => number) => grants.reduce((total, grant) => total + amount(grant), 0);
    const name = funderName(grants[0]?.funder ?? null);
    return {
      funder: name === '' ? 'Financeur à préciser' : name,
      requested: sum((grant) => (isInBudget(grant) || grant.state === 'refused' ? (grant.requested ?? 0) : 0)),
      awarded: sum((grant) => (grant.state === 'refused' ? 0 : (grant.awarded ?? 0))),
      received: items.reduce((total, { received }) => total + received, 0),
      grants: items,
    };
  });
}

function itemOf(all: Grants, grant: Grant, year: number): GrantItem {
  return {
    id: grant.id,
    name: grantName(grant),
    stateLabel: grant.state === null ? 'état à préciser' : grantStates[grant.state],
    grant,
    received: receivedOf(grant, all.instalments),
    part: partIn(grant, year, all.parts),
    lines: ownParts(grant, all.parts).flatMap(({ line }) => (line === null ? [] : [line])),
    open: all.instalments
      .filter((one) => one.grant === grant.id && one.received_on === null)
      .map(({ id, label, due_on: due, amount }) => ({ id, label, due, amount: amount ?? 0 })),
    cell: `A${String((all.readings.grant.rowOf.get(grant.id) ?? 0) + 1)}`,
  };
}
