/** The budget tab: one or two tables of lines, with headings, components and totals. */
import { budgetControls } from './budget/controls.ts';
import { budgetLines } from './budget/lines.ts';
import type { Line } from './budget/lines.ts';
import { budgetRecords, lineFindings } from './budget/records.ts';
import { withSubtotalClasses } from './budget/subtotals.ts';
import { budgetTotals } from './budget/totals.ts';
import { budgetTree } from './budget/tree.ts';
import { colourLegend } from './colour-legend.ts';
import { noteFindings } from './controls.ts';
import { firstThousands } from './money-findings.ts';
import type { BudgetRecord, Content, Frame } from './types.ts';
import { clean } from './values/text.ts';

/** The lines of the budget, expense then income then contributions in kind, with its totals and self-financing rates. */
export function readBudget(frame: Frame): Content<BudgetRecord> {
  const lines = withSubtotalClasses(frame, budgetLines(frame));
  const breaks = frame.totals.map(({ row }) => row);
  const nodes = [...budgetTree(of(lines, 'expense'), breaks), ...budgetTree(of(lines, 'income'), breaks)];
  const records = inKindLast(budgetRecords(frame, nodes));
  const { controls, findings } = budgetControls(frame, records, nodes);
  const version = versionIn(frame.source.title) ?? numberedVersion(frame.above[0]?.text ?? '');
  const legend = colourLegend(frame);
  return {
    records,
    findings: [...firstThousands(lineFindings(nodes)), ...findings, ...noteFindings(frame)],
    controls,
    totals: budgetTotals(records),
    metadata: version === null ? {} : { version },
    ...(legend.length === 0 ? {} : { colour_legend: legend }),
  };
}

/** The version that a tab's title tells: « BP 2023 V4 def (2) » → « V4 def (2) », or `null`. */
export function versionIn(title: string): string | null {
  const version =
    /(?:\bv(?:ersion)?\s*\.?\d|\bd[ée]f(?:initi(?:f|ve))?\b|\bfinale?\b|\bprovisoire\b|\bdraft\b|\bbrouillon\b|\bcopie\b|\(\d+\)).*$/iu.exec(
      title,
    );
  return version === null ? null : clean(version[0]);
}

// In a title, only a number makes a version: « définitif » may speak of anything there.
function numberedVersion(title: string): string | null {
  return /\bv(?:ersion)?\s*\.?\d+(?:\.\d+)*/iu.exec(title)?.[0] ?? null;
}

function of(lines: readonly Line[], side: Line['side']): readonly Line[] {
  return lines.filter((line) => line.side === side);
}

function inKindLast(records: readonly BudgetRecord[]): readonly BudgetRecord[] {
  return [...records.filter(({ in_kind }) => in_kind !== true), ...records.filter(({ in_kind }) => in_kind === true)];
}
