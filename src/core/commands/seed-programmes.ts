/** The programmes of the list become rows of « Programmes », and complete those that are there; what she wrote stays. */
import * as z from 'zod';
import { isFree, tableState } from '../adoption/table-edit.ts';
import { plural } from '../adoption/labels.ts';
import type { FieldValue } from '../cells.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { french } from '../french.ts';
import { freshIds } from '../numbers.ts';
import { sessionDesk } from '../sessions/read.ts';
import { listedProgrammes } from '../sessions/setup.ts';
import { wishedTabs } from '../stays/desk.ts';
import { programmeTable } from '../tables/programme.ts';
import type { Programme } from '../tables/programme.ts';

/** « Compléter les programmes ». */
export const seedProgrammes = defineCommand({
  name: 'seed-programmes',
  label: 'Compléter les programmes',
  purpose: 'Ajoute à « Programmes » ceux de la liste 2023 qui manquent, et remplit les cases vides des autres.',
  input: z.object({}),
  reads: () => [programmeTable.tab],
  changes: () => [programmeTable.tab],
  decide: (state) => {
    const desk = sessionDesk(state);
    if (desk.obstacle !== null) return refuse(desk.obstacle);
    const current = tableState(programmeTable, state.workbook[programmeTable.tab], state.shown[programmeTable.tab]);
    const byCode = new Map(desk.programmes.map((programme) => [programme.code?.trim().toUpperCase(), programme]));
    const listed = listedProgrammes();
    const fresh = listed.filter(({ code }) => !byCode.has(code ?? ''));
    const ids = freshIds(state, programmeTable, fresh.length);
    const add = new Map(fresh.map((programme, index) => [ids[index] ?? '', { ...programme, id: ids[index] ?? '' }]));
    const set = new Map<string, Readonly<Record<string, FieldValue>>>();
    for (const programme of listed) {
      const known = byCode.get(programme.code ?? '');
      if (known === undefined) continue;
      const fields = emptyFields(programme, (field) => isFree(current, known.id, field));
      if (Object.keys(fields).length > 0) set.set(known.id, fields);
    }
    if (add.size === 0 && set.size === 0) return wish({ summary: ['Tous les programmes de la liste sont déjà là.'] });
    return wish({
      ...wishedTabs(desk, [{ table: programmeTable, add, set }]),
      summary: [
        ...(add.size === 0
          ? []
          : [french`${plural(add.size, 'programme')} de la liste 2023 s’ajoutent à « Programmes ».`]),
        ...(set.size === 0
          ? []
          : [
              french`${plural(set.size, 'programme')} déjà là : seules les cases vides sont remplies, ce que vous avez écrit reste.`,
            ]),
      ],
    });
  },
});

/** The fields that the list knows and that are empty in the tab; the code is what they were found by. */
function emptyFields(listed: Programme, isEmpty: (field: string) => boolean): Record<string, FieldValue> {
  const known = Object.entries(listed).filter(
    ([field, value]) =>
      !['id', 'code', 'source_tab'].includes(field) &&
      value !== null &&
      !(Array.isArray(value) && value.length === 0) &&
      isEmpty(field),
  );
  return Object.fromEntries(known);
}
