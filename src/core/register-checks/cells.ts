/** What the cells of the register's tabs cannot say: values that cannot be read, columns and numbers that went, formulas. */
import type { CheckDraft } from '../adoption/check-drafts.ts';
import { plural } from '../adoption/labels.ts';
import type { TableState } from '../adoption/table-edit.ts';
import { cellFault } from '../cell-faults.ts';
import type { Problem } from '../problem.ts';
import { capital, enumeration, french, quoted } from '../french.ts';
import { fold } from '../reading/values/text.ts';
import type { Column } from '../table.ts';
import { cellAt, columnIndex, columnLetters, isFormula } from '../workbook.ts';
import type { Grid } from '../workbook.ts';
import { checkedTables, problemsOf, tabPoint } from './ground.ts';
import type { Ground } from './ground.ts';

/** The points about cells and columns, tab by tab. */
export function cellChecks(ground: Ground): CheckDraft[] {
  return checkedTables.flatMap((table) => {
    const state = ground.states.get(table.tab);
    if (state === undefined) return [];
    return [
      ...problemsOf(ground, table).map((problem) => problemCheck(problem, state)),
      ...columnChecks(state),
      ...formulaChecks(state),
    ];
  });
}

function problemCheck(problem: Problem, state: TableState): CheckDraft {
  switch (problem.kind) {
    case 'column_missing':
      return missingColumn(problem, state);
    case 'id_missing':
    case 'id_repeated':
      return idCheck(problem, state);
  }
  const id = idAt(state, problem.row);
  const column = columnAt(state, problem.column);
  const { what, cure } = cellFault(problem.kind);
  const raw = String(problem.raw ?? '');
  return {
    ...tabPoint(state.table, {
      kind: problem.kind,
      severity: problem.severity,
      row: problem.row,
      column: problem.column,
      raw,
      what: french`« ${column?.header ?? ''} » : ${quoted(raw)} – ${what}.`,
      cure: `${capital(cure)}.`,
    }),
    record: id,
    field: column?.field ?? null,
    // A formula's text follows its row, and so does not tell the point apart.
    identity: [raw.startsWith('=') ? '=' : raw],
  };
}

function missingColumn({ raw }: Problem, state: TableState): CheckDraft {
  const header = String(raw);
  const near = [...state.ownPlaces].find(([own]) => isNear(own, header));
  const where =
    near === undefined
      ? ''
      : french` Elle s’appelle peut-être maintenant ${quoted(near[0])} (colonne ${columnLetters(near[1])}).`;
  return tabPoint(
    state.table,
    {
      kind: 'column_missing',
      severity: 'error',
      row: 1,
      column: near === undefined ? null : columnLetters(near[1]),
      raw: header,
      what: french`La colonne ${quoted(header)} manque dans ${quoted(state.table.tab)} : ce qu’elle contient n’est pas lu.${where}`,
      cure: french`Remettez ce titre en ligne 1, ou annulez sa suppression (Ctrl+Z, ou Fichier > Historique des versions).`,
    },
    [header],
  );
}

/** One word in common is enough to suggest it; she decides. */
function isNear(own: string, header: string): boolean {
  const words = new Set(
    fold(header)
      .split(' ')
      .filter((word) => word.length > 3),
  );
  return fold(own)
    .split(' ')
    .some((word) => words.has(word));
}

function idCheck({ kind, row, raw }: Problem, state: TableState): CheckDraft {
  const isMissing = kind === 'id_missing';
  return tabPoint(
    state.table,
    {
      kind,
      severity: 'error',
      row,
      column: columnLetters(state.places.get('id') ?? 0),
      raw: String(raw ?? ''),
      what: isMissing
        ? 'Cette ligne n’a pas de numéro : Régie ne la compte pas.'
        : french`Le numéro ${quoted(String(raw))} est déjà celui d’une autre ligne : Régie ne compte que la première.`,
      cure: isMissing
        ? 'Si c’est une nouvelle fiche, ajoutez-la depuis Régie et supprimez cette ligne ; si le numéro a été effacé, annulez (Ctrl+Z).'
        : 'Si c’est une copie, supprimez cette ligne ; si c’est une autre fiche, ajoutez-la depuis Régie, qui lui donnera son numéro.',
    },
    [String(raw ?? '')],
  );
}

/** Two columns of the same title, and columns that are no longer in their order. */
function columnChecks(state: TableState): CheckDraft[] {
  const { table, grid, places } = state;
  const headers = (grid?.[0] ?? []).map((cell) => (typeof cell === 'string' ? fold(cell) : ''));
  const twice = table.columns.filter(({ header }) => headers.filter((one) => one === fold(header)).length > 1);
  const found = table.columns.flatMap(({ field, later }) => (later === true ? [] : [places.get(field) ?? []].flat()));
  const isMoved = found.some((place, index) => index > 0 && place < (found[index - 1] ?? 0));
  return [
    ...twice.map(({ header }) =>
      tabPoint(
        table,
        {
          kind: 'column_repeated',
          severity: 'warning',
          row: 1,
          raw: header,
          what: french`Deux colonnes s’appellent ${quoted(header)} : Régie ne lit que la première.`,
          cure: 'Donnez un autre titre à la seconde, ou supprimez-la.',
        },
        [header],
      ),
    ),
    ...(isMoved
      ? [
          tabPoint(table, {
            kind: 'column_moved',
            severity: 'info',
            row: 1,
            what: 'Des colonnes ne sont plus dans leur ordre d’origine : rien n’est perdu, Régie les reconnaît à leur titre.',
            cure: 'Rien à faire si cet ordre vous convient : ignorez ce point.',
          }),
        ]
      : []),
  ];
}

/** Formulas in our columns: they are read and kept, but whoever pasted them may not have meant to. */
function formulaChecks(state: TableState): CheckDraft[] {
  const { table, grid = [], places } = state;
  const rowsOf = formulaRows(grid);
  return table.columns.flatMap(({ field, header }) => {
    const place = places.get(field);
    const rows = place === undefined ? undefined : rowsOf.get(place);
    if (place === undefined || rows === undefined) return [];
    const some = enumeration(rows.slice(0, 5).map(String));
    return [
      tabPoint(
        table,
        {
          kind: 'pasted_formula',
          severity: field === 'id' ? 'error' : 'info',
          row: rows[0] ?? null,
          column: columnLetters(place),
          what: french`${capital(plural(rows.length, 'cellule'))} de ${quoted(header)} ${rows.length > 1 ? 'contiennent' : 'contient'} une formule (ligne${rows.length > 1 ? 's' : ''} ${some}${rows.length > 5 ? '…' : ''}).`,
          cure: 'Si elle a été collée par erreur, remplacez-la par sa valeur (copier, puis Collage spécial > Valeurs uniquement). Sinon, ignorez ce point : elle est gardée.',
        },
        [field],
      ),
    ];
  });
}

/** The rows, one-based and without the first, that hold a formula at each place. */
function formulaRows(grid: Grid): ReadonlyMap<number, readonly number[]> {
  const rowsOf = new Map<number, number[]>();
  grid.forEach((cells, row) => {
    if (row === 0) return;
    cells.forEach((cell, place) => {
      if (!isFormula(cell)) return;
      const rows = rowsOf.get(place);
      if (rows) rows.push(row + 1);
      else rowsOf.set(place, [row + 1]);
    });
  });
  return rowsOf;
}

function idAt(state: TableState, row: number | null): string | null {
  const cell = row === null ? null : cellAt(state.grid ?? [], row - 1, state.places.get('id') ?? 0);
  const id = cell === null || isFormula(cell) ? '' : String(cell).trim();
  return state.records.has(id) ? id : null;
}

function columnAt(state: TableState, letters: string | null): Column | undefined {
  const place = letters === null || letters === '' ? -1 : columnIndex(letters);
  return state.table.columns.find(({ field }) => state.places.get(field) === place);
}
