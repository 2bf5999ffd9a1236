/** What only several tabs together tell: members against spaces, attendance sheets against sessions. */
import type { Content, Control, Finding, Frame, Json } from './types.ts';

/** A tab with what was read in it. */
export interface ReadTab {
  readonly frame: Frame;
  readonly content: Content;
}

/** What an attendance sheet gains from the sessions' tabs. */
export interface SessionLink {
  readonly session_link: { readonly tab: string; readonly row: number } | null;
  readonly controls: readonly Control[];
}

/** The workbook's cross-checks, further findings by tab title, links by attendance sheet's title. */
export interface CrossReading {
  readonly cross_checks: Readonly<Record<string, Json>>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly links: ReadonlyMap<string, SessionLink>;
}

/** Compares the tabs with each other, once all are read. */
export function crossCheck(_tabs: readonly ReadTab[]): CrossReading {
  return { cross_checks: {}, findings: new Map(), links: new Map() };
}
