/** Charts, from what Sheets asks to what the engine draws. */
import type * as Engine from '@odoo/o-spreadsheet';

/** A chart in the words of Sheets, its ranges as the engine writes them ("'Tab'!A1:B3"). */
export interface ChartShape {
  /** A basicChart's type, or PIE, DOUGHNUT. */
  readonly kind: string;
  readonly title: string;
  readonly labels: string | null;
  readonly series: readonly string[];
  readonly hasHeader: boolean;
  readonly stacked: boolean;
  readonly legend: 'top' | 'bottom' | 'left' | 'right' | 'none';
}

const DRAWN: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  COLUMN: { type: 'bar' },
  BAR: { type: 'bar', horizontal: true },
  LINE: { type: 'line' },
  AREA: { type: 'line', fillArea: true },
  STEPPED_AREA: { type: 'line', fillArea: true },
  COMBO: { type: 'combo' },
  SCATTER: { type: 'scatter' },
  PIE: { type: 'pie' },
  DOUGHNUT: { type: 'pie', isDoughnut: true },
};

/** True when the engine can draw this kind of chart. */
export function isDrawn(kind: string): boolean {
  return kind in DRAWN;
}

/** The engine's definition of a chart. */
export function chartDefinition(shape: ChartShape): Engine.ChartDefinition {
  const definition = {
    ...DRAWN[shape.kind],
    title: { text: shape.title },
    background: '#FFFFFF',
    legendPosition: shape.legend,
    dataSetStyles: {},
    stacked: shape.stacked,
    dataSource: {
      type: 'range',
      dataSets: shape.series.map((dataRange, index) => ({ dataRange, dataSetId: String(index) })),
      dataSetsHaveTitle: shape.hasHeader,
      ...(shape.labels === null ? {} : { labelRange: shape.labels }),
    },
  };
  // Its keys are those of the engine's line, bar, combo, scatter and pie definitions, which the engine checks.
  const { stacked, ...pie } = definition;
  return (shape.kind === 'PIE' || shape.kind === 'DOUGHNUT'
    ? pie
    : { ...pie, stacked }) as unknown as Engine.ChartDefinition;
}
