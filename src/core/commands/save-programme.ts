/** Add a programme, or correct one: its form, its rhythm, its place, its forecast. */
import * as z from 'zod';
import { shownValue } from '../adoption/shown-value.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { french, quoted } from '../french.ts';
import { freshIds } from '../numbers.ts';
import { emptyProgramme } from '../sessions/blank.ts';
import { programmeFields, tidyList, wrongForecast } from '../sessions/inputs.ts';
import { sessionDesk } from '../sessions/read.ts';
import type { SessionDesk } from '../sessions/read.ts';
import { typedTimes } from '../sessions/times.ts';
import { wishedTabs } from '../stays/desk.ts';
import { firstReason, idText, tidyFields } from '../stays/inputs.ts';
import type { Column } from '../table.ts';
import { programmeTable } from '../tables/programme.ts';
import type { Programme } from '../tables/programme.ts';

const input = z.object({
  /** The programme to correct, « PRG-0003 »; a new one when absent. */
  id: idText('PRG').optional(),
  /** The code of a new one: sessions and budget lines name it. */
  code: z.string().max(30).optional(),
  ...programmeFields,
});

/** « Enregistrer un programme ». */
export const saveProgramme = defineCommand({
  name: 'save-programme',
  label: 'Enregistrer un programme',
  purpose: 'Ajoute ou corrige un programme : forme, rythme, lieu, places, prévision, financeur.',
  input,
  reads: () => [programmeTable.tab],
  changes: () => [programmeTable.tab],
  decide: (state, { id, code, ...asked }) => {
    const desk = sessionDesk(state);
    if (desk.obstacle !== null) return refuse(desk.obstacle);
    const before = id === undefined ? null : (desk.programmes.find((one) => one.id === id) ?? null);
    if (id !== undefined && before === null)
      return refuse(french`Le programme ${quoted(id)} n’est plus dans « Programmes ».`);
    const base = before ?? { ...emptyProgramme(freshIds(state, programmeTable, 1)[0] ?? ''), code: codeOf(code) };
    const times = typedTimes({
      start_time: asked.start_time === undefined ? base.start_time : asked.start_time,
      end_time: asked.end_time === undefined ? base.end_time : asked.end_time,
    });
    if (!times.ok) return refuse(times.message);
    const programme: Programme = { ...base, ...tidyFields<Programme>(withTidyLists(asked)), ...times.value };
    const reason = firstReason(
      () => (before === null ? wrongCode(desk, programme) : null),
      () => (programme.name === null ? 'Donnez un nom au programme.' : null),
      () => wrongForecast(programme),
    );
    if (reason !== null) return refuse(reason);
    const changes =
      before === null
        ? { table: programmeTable, add: new Map([[programme.id, programme]]) }
        : { table: programmeTable, set: new Map([[programme.id, changed(before, programme)]]) };
    return wish({
      ...wishedTabs(desk, [changes]),
      summary:
        before === null
          ? [french`Le programme ${quoted(programme.name ?? '')} (${programme.code ?? ''}) s’ajoute à « Programmes ».`]
          : sentences(before, programme),
      details: { id: programme.id },
    });
  },
});

function codeOf(code: string | undefined): string | null {
  const tidy = (code ?? '').trim().toUpperCase();
  return tidy === '' ? null : tidy;
}

function wrongCode({ programmes }: SessionDesk, { code }: Programme): string | null {
  if (code === null || !/^[\p{Lu}\d][\p{Lu}\d_-]*$/u.test(code))
    return 'Donnez un code au programme : quelques lettres et chiffres sans espace, par exemple CLUB.';
  const same = programmes.find((one) => one.code?.trim().toUpperCase() === code);
  return same === undefined
    ? null
    : french`Le code ${quoted(code)} est déjà celui de ${quoted(same.name ?? same.id)} : choisissez-en un autre.`;
}

function withTidyLists<Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Fields {
  const entries = Object.entries(fields).map(([field, value]) => [
    field,
    Array.isArray(value) ? tidyList(value as readonly string[]) : value,
  ]);
  // Lists of words stay lists of words.
  return Object.fromEntries(entries) as Fields;
}

function changed(before: Programme, after: Programme): Partial<Programme> {
  const isSame = (field: keyof Programme) => JSON.stringify(before[field]) === JSON.stringify(after[field]);
  return Object.fromEntries(Object.entries(after).filter(([field]) => !isSame(field as keyof Programme)));
}

function sentences(before: Programme, after: Programme): string[] {
  const fields = changed(before, after);
  const columns: readonly Column[] = programmeTable.columns;
  return columns.flatMap((column) => {
    const to = fields[column.field as keyof Programme];
    if (to === undefined) return [];
    const from = shownValue(column, before[column.field as keyof Programme]);
    return [french`${before.name ?? before.id} – ${column.header} : ${from} → ${shownValue(column, to)}.`];
  });
}
