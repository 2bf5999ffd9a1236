/** The points that a further adoption gives: fields changed on both sides, source rows that went. */
import { tableOfId } from '../tables/index.ts';
import type { Conflict, Gone } from './assemble.ts';
import type { CheckDraft } from './check-drafts.ts';
import { shownValue } from './shown-value.ts';

/** A point per field that both she and the source changed; her value is kept, the other is proposed. */
export function conflictCheck({ draft, record, column, value }: Conflict): CheckDraft {
  const table = tableOfId(record);
  const shown = shownValue(column, value);
  const isOurs = table?.columns.some(({ field }) => field === column.field) === true;
  return {
    kind: 'source_conflict',
    severity: 'warning',
    tab: draft.tab,
    row: draft.row,
    column: null,
    raw: shown,
    what: `« ${column.header} » a changé dans l’onglet d’origine (« ${shown} ») et dans « ${table?.tab ?? ''} »\u00A0: votre valeur est gardée.`,
    cure: 'Appliquez la proposition pour prendre la valeur de l’onglet d’origine, ou ignorez ce point.',
    record,
    field: column.field,
    proposal: isOurs ? { text: `${column.header}\u00A0: ${shown}`, values: { [column.field]: value } } : null,
    identity: [shown],
  };
}

/** A point per record whose source row is no longer there. */
export function goneCheck({ tab, row, record }: Gone): CheckDraft {
  const where = tableOfId(record)?.tab ?? '';
  return {
    kind: 'source_row_gone',
    severity: 'warning',
    tab,
    row,
    column: null,
    raw: null,
    what: 'La ligne d’où vient cette fiche n’est plus dans l’onglet d’origine\u00A0; la fiche est gardée.',
    cure: `Si elle n’a plus lieu d’être, supprimez sa ligne dans « ${where} »\u00A0; sinon, ignorez ce point.`,
    record,
    field: null,
    proposal: null,
    identity: [],
  };
}
