/** A spreadsheet's own properties, kept in the document. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Doc, Writer } from '../../engine/index.ts';

const KEY = 'spreadsheet';

interface Properties {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
}

const DEFAULTS: Properties = { title: 'Feuille de calcul sans titre', locale: 'fr_FR', timeZone: 'Europe/Paris' };

/** Title, locale and zone as Google answers them. */
export function spreadsheetProperties(doc: Doc): sheets_v4.Schema$SpreadsheetProperties {
  const kept = (doc.read.record(KEY) ?? {}) as Partial<Properties>;
  return { ...DEFAULTS, ...kept, autoRecalc: 'ON_CHANGE' };
}

/** Changes some of the properties, inside a batch. */
export function setSpreadsheetProperties(doc: Doc, write: Writer, changes: Partial<Properties>): void {
  write.setRecord(KEY, { ...(doc.read.record(KEY) as object | undefined), ...changes });
}
