/** What registrations are read from: sessions, rows, answers, members and rules, once for a command or a view. */
import type { Moment, State } from '../command.ts';
import { french } from '../french.ts';
import { duplicateMembers } from '../members/duplicates.ts';
import { readTable } from '../records.ts';
import type { RecordOf, Table } from '../table.ts';
import { answerTable } from '../tables/answer.ts';
import type { Answer } from '../tables/answer.ts';
import { checkTable } from '../tables/check.ts';
import { contactTable } from '../tables/contact.ts';
import { formTable } from '../tables/form.ts';
import type { FormRow } from '../tables/form.ts';
import { memberTable } from '../tables/member.ts';
import { registrationTable } from '../tables/registration.ts';
import type { Registration } from '../tables/registration.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';
import { settingTable } from '../tables/setting.ts';
import type { Setting } from '../tables/setting.ts';
import { identitiesOf } from './identity.ts';
import type { Identities } from './identity.ts';
import { seatRules } from './rules.ts';
import type { SeatRules } from './rules.ts';

/** The tabs that registrations are read from. */
export const deskTabs: readonly string[] = [
  sessionTable,
  registrationTable,
  answerTable,
  formTable,
  memberTable,
  contactTable,
  checkTable,
  settingTable,
].map(({ tab }) => tab);

/** All that registrations need to know. */
export interface Desk {
  readonly sessions: readonly Session[];
  readonly registrations: readonly Registration[];
  readonly answers: readonly Answer[];
  /** The form « Inscriptions »; null as long as there is none. */
  readonly form: FormRow | null;
  readonly settings: readonly Setting[];
  readonly identities: Identities;
  readonly rules: SeatRules;
}

/** Reads the desk. */
export function readDesk(state: State, { today }: Moment): Desk {
  const read = <T extends Table>(table: T): readonly RecordOf<T>[] =>
    readTable(table, state.workbook[table.tab], state.shown[table.tab]).records;
  const settings = read(settingTable);
  const people = { members: read(memberTable), contacts: read(contactTable) };
  return {
    sessions: read(sessionTable),
    registrations: read(registrationTable),
    answers: read(answerTable),
    form: formOf(read(formTable)),
    settings,
    identities: identitiesOf(people, duplicateMembers(state), today),
    rules: seatRules(settings),
  };
}

/** The form « Inscriptions » among those of Régie. */
export function formOf(forms: readonly FormRow[]): FormRow | null {
  return forms.find(({ kind, form }) => kind === 'registrations' && form !== null) ?? null;
}

/** Why nobody can be registered as the workbook stands, in French with the cure; null when they can. */
export function deskObstacle({ workbook }: State): string | null {
  for (const table of [sessionTable, memberTable] as readonly Table[]) {
    const grid = workbook[table.tab];
    if (grid === undefined || grid.length === 0)
      return french`L’onglet « ${table.tab} » n’a pas été trouvé : les réponses attendent. Remettez-le (Ctrl+Z, ou Fichier > Historique des versions), puis recommencez.`;
    const missing = readTable(table, grid.slice(0, 1)).problems.find(({ kind }) => kind === 'column_missing');
    if (missing !== undefined) return missing.message;
  }
  return null;
}
