/** How a tab that Régie made looks, as data; a tab that was hers is never dressed. */

/** A rectangle of cells, zero-based, ends excluded; without `endRow` it goes down to the end of the tab. */
export interface Area {
  readonly startRow: number;
  readonly endRow?: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** What one cell looks like; colours are "#RRGGBB". */
export interface Look {
  readonly format?: {
    readonly type: 'TEXT' | 'NUMBER' | 'PERCENT' | 'CURRENCY' | 'DATE' | 'TIME';
    readonly pattern: string;
  };
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly color?: string;
  readonly fill?: string;
  readonly align?: 'LEFT' | 'CENTER' | 'RIGHT';
  readonly vertical?: 'TOP' | 'MIDDLE' | 'BOTTOM';
  readonly wrap?: boolean;
  readonly topLine?: string;
  readonly bottomLine?: string;
  readonly leftLine?: string;
}

/** A list to choose from; a value outside of it is shown with a warning, not refused. */
export interface Validation {
  readonly area: Area;
  readonly choices: readonly string[];
  readonly help?: string;
}

/** A look that depends on a formula, written for the area's first cell. */
export interface Condition {
  readonly area: Area;
  readonly formula: string;
  readonly look: Pick<Look, 'bold' | 'italic' | 'color' | 'fill'>;
}

/** A chart over cells of the same tab; the first series row holds the titles. */
export interface Chart {
  readonly title: string;
  readonly kind: 'PIE' | 'COLUMN' | 'BAR' | 'LINE';
  readonly labels: Area;
  readonly series: readonly Area[];
  readonly anchor: { readonly row: number; readonly column: number };
  readonly width: number;
  readonly height: number;
}

/** All that makes the look of one tab; widths and heights are in pixels. */
export interface Dress {
  /** By column; null leaves one as it is. */
  readonly widths?: readonly (number | null)[];
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  readonly hidden?: boolean;
  readonly hiddenColumns?: readonly number[];
  readonly hideGridlines?: boolean;
  readonly tabColor?: string;
  readonly looks?: readonly { readonly area: Area; readonly look: Look }[];
  readonly merges?: readonly Area[];
  readonly validations?: readonly Validation[];
  readonly conditions?: readonly Condition[];
  readonly notes?: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly charts?: readonly Chart[];
  /** When given, editing the tab asks for a confirmation that shows this French sentence. */
  readonly protection?: string;
  /** Where a new tab goes among the tabs; at the end by default. */
  readonly position?: number;
}

/** The few looks that all tabs made by Régie share. */
export const looks = {
  title: { bold: true, size: 16, color: '#1f3a5f' },
  subtitle: { italic: true, color: '#5f6368' },
  header: { bold: true, color: '#ffffff', fill: '#1f3a5f', wrap: true, vertical: 'MIDDLE' },
  section: { bold: true, fill: '#e8eef7', color: '#1f3a5f', vertical: 'MIDDLE' },
  total: { bold: true, fill: '#f1f3f4', topLine: '#1f3a5f' },
  euros: { format: { type: 'NUMBER', pattern: '#,##0 [$€]' } },
  cents: { format: { type: 'NUMBER', pattern: '#,##0.00 [$€]' } },
  day: { format: { type: 'DATE', pattern: 'dd/mm/yyyy' } },
  time: { format: { type: 'TIME', pattern: 'hh:mm' } },
  percent: { format: { type: 'PERCENT', pattern: '0.0 %' } },
  integer: { format: { type: 'NUMBER', pattern: '0' } },
  text: { format: { type: 'TEXT', pattern: '@' } },
  wrapped: { wrap: true },
} as const satisfies Record<string, Look>;
