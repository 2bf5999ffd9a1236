/** What adoption shows before it is accepted: plain JSON, the `details` of the preview of `adopt`. */
import type { AdoptedKind, Kind } from '../reading/types.ts';

/** How sure a recognition is. */
export type Confidence = 'certain' | 'probable' | 'doubtful';

/** A field that a column may be read as. */
export interface FieldOption {
  readonly field: string;
  /** French. */
  readonly label: string;
}

/** A kind that a tab may be read as, with the fields its columns may hold; for the dropdowns. */
export interface KindOption {
  readonly kind: AdoptedKind | 'skip';
  /** French: « Liste d’adhérents », « Laissé tel quel ». */
  readonly label: string;
  readonly fields: readonly FieldOption[];
}

/** One column of a source tab and what becomes of it. */
export interface ColumnDetails {
  readonly letters: string;
  readonly header: string | null;
  /** The field it is read as; null for a column of hers. */
  readonly field: string | null;
  /** French name of the field, or « Colonne à vous : … », or « Non reprise ». */
  readonly fieldLabel: string;
  /** Up to three values as shown in the tab. */
  readonly samples: readonly string[];
  readonly confidence: Confidence;
  /** The header of her own column in the new tab; null when the column is read as a field. */
  readonly custom: string | null;
  /** Fields that the header could as well stand for. */
  readonly alternatives: readonly FieldOption[];
  /** True when she chose it herself. */
  readonly chosen: boolean;
}

/** Every non-empty cell of a tab, once: mapped to a field, kept as hers (own column or note), or structure. */
export interface Accounting {
  readonly mapped: number;
  readonly kept: number;
  readonly structure: number;
  /** How many non-empty cells the tab has: always the sum of the three. */
  readonly total: number;
}

/** One line of what a tab becomes: « 100 adhérents », « 33 lignes de budget ». */
export interface CountDetails {
  /** Title of the new tab. */
  readonly tab: string;
  /** French noun, in the right number. */
  readonly noun: string;
  readonly count: number;
}

/** A total written in the tab against what was computed. */
export interface ControlDetails {
  /** French: « Ligne 120, TOTAL GENERAL (Débit) ». */
  readonly label: string;
  /** As people read it: « 98 », « 13 860 € ». */
  readonly declared: string;
  readonly computed: string;
  readonly matches: boolean;
}

/** What one source tab was recognised as, and what becomes of it. */
export interface TabDetails {
  readonly title: string;
  readonly kind: Kind;
  /** French. */
  readonly kindLabel: string;
  /** French: why it was recognised so, or why it is left alone. */
  readonly reason: string;
  readonly confidence: Confidence;
  /** Her choice, else null: the kind is then the one recognised. */
  readonly chosen: Kind | 'skip' | null;
  /** True when the tab is left as it is. */
  readonly leftAlone: boolean;
  /** One-based; empty when none was found. */
  readonly headerRows: readonly number[];
  readonly columns: readonly ColumnDetails[];
  readonly counts: readonly CountDetails[];
  readonly accounting: Accounting;
  readonly controls: readonly ControlDetails[];
  /** How many points to check come from this tab. */
  readonly checks: number;
}

/** What re-adoption found, in numbers of records. */
export interface Refresh {
  readonly added: number;
  readonly updated: number;
  readonly conflicts: number;
  readonly gone: number;
}

/** All that the dialog needs; the choices in force come back in `tabs[].chosen` and `tabs[].columns[].chosen`. */
export interface AdoptDetails {
  /** True when the workbook was adopted before. */
  readonly adopted: boolean;
  readonly tabs: readonly TabDetails[];
  readonly kinds: readonly KindOption[];
  readonly accounting: Accounting;
  readonly counts: readonly CountDetails[];
  readonly checks: { readonly error: number; readonly warning: number; readonly info: number };
  readonly refresh: Refresh | null;
}

/** What the wizard sends to `adopt`: choices by tab title, columns by letters, answers by question id. */
export interface AdoptInput {
  readonly tabs?: Readonly<
    Record<
      string,
      { readonly kind?: Kind | 'skip' | undefined; readonly columns?: Readonly<Record<string, string>> | undefined }
    >
  >;
  readonly answers?: Readonly<Record<string, string>>;
}
