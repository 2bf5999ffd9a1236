/** Edit a member's record; what names the member elsewhere follows. */
import * as z from 'zod';
import { shownValue } from '../adoption/shown-value.ts';
import type { FieldValue } from '../cells.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Question } from '../command.ts';
import type { Day } from '../day.ts';
import { actingMember } from '../members/acting.ts';
import { hasLeft, isInverted } from '../members/affiliation.ts';
import { memberLinks, renameCopies } from '../members/copies.ts';
import { openTabs } from '../members/edits.ts';
import type { Edits } from '../members/edits.ts';
import { line, memberId, tidy, typedDate } from '../members/inputs.ts';
import { memberFields, memberFieldsInput } from '../members/member-fields.ts';
import { closePeriods, movedStart, periodsOf, reopenPeriods, returnQuestion } from '../members/periods.ts';
import { french, frenchDate, quoted } from '../french.ts';
import { fold } from '../reading/values/text.ts';
import type { Column } from '../table.ts';
import { memberStatuses, memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';

const statusNames = Object.keys(memberStatuses) as [keyof typeof memberStatuses, ...(keyof typeof memberStatuses)[]];

const input = z.object({
  id: memberId,
  organisation: z.string().max(200).optional(),
  ...memberFieldsInput,
  /** Emptied when a member comes back. */
  left_on: z.string().max(20).meta({ format: 'day' }).optional(),
  /** A status that wins over the computed one; « computed » gives the computation back its say. */
  imposed_status: z.enum([...statusNames, 'computed']).optional(),
  status_reason: line.optional(),
  /** To « return »: what an emptied departure means. */
  answers: z.record(z.string().max(40), z.string().max(20)).default({}),
});

type Input = z.infer<typeof input>;

const tables = [memberTable, ...memberLinks];
const tabs = tables.map(({ tab }) => tab);

/** Changes the fields that are given and differ; a new name is copied where the former one stood, which is kept as such. */
export const editMember = defineCommand({
  name: 'edit-member',
  label: 'Modifier un adhérent',
  purpose: 'Change les champs d’une fiche d’adhérent ; son nom est repris partout où il figure.',
  input,
  reads: () => tabs,
  changes: () => tabs,
  decide: (state, asked, { today }) => {
    const edits = openTabs(state, tables);
    if (edits.obstacle !== null) return refuse(edits.obstacle);
    const acting = actingMember(edits.find(memberTable, asked.id), asked.id);
    if (!acting.ok) return refuse(acting.message);
    const before = acting.value;
    const fields = fieldsOf(asked, before);
    if (typeof fields === 'string') return refuse(fields);
    const name = fields['organisation'];
    const taken = edits
      .records(memberTable)
      .find(({ id, organisation }) => id !== asked.id && fold(organisation ?? '') === fold(String(name)));
    if (typeof name === 'string' && name !== before.organisation && taken !== undefined)
      return refuse(
        french`Une autre structure porte déjà ce nom : ${taken.id}. Précisez-le, ou fusionnez les deux fiches.`,
      );
    const dates = datesFollowed(edits, { before, fields, today, answer: asked.answers['return'] });
    if (dates.refusal !== null) return refuse(dates.refusal);
    if (dates.questions.some(({ answer }) => answer === null)) return wish({ questions: dates.questions });
    edits.set(memberTable, asked.id, fields);
    if (typeof name === 'string' && before.organisation !== null)
      renameCopies(edits, { id: asked.id, from: before.organisation, to: name });
    return wish({
      ...edits.wished(),
      questions: dates.questions,
      summary: [...changesOf(before, fields), ...dates.sentences, ...undatedExit(before, fields)],
      details: { id: asked.id },
    });
  },
});

interface Dates {
  readonly before: Member;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly today: Day;
  readonly answer: string | undefined;
}

interface DatesFollowed {
  readonly refusal: string | null;
  readonly questions: readonly Question[];
  readonly sentences: readonly string[];
}

/** What follows in « Parcours » from another day of joining or of leaving. */
function datesFollowed(edits: Edits, { before, fields, today, answer }: Dates): DatesFollowed {
  const after: Member = { ...before, ...fields };
  const followed = (parts: Partial<DatesFollowed>) => ({ refusal: null, questions: [], sentences: [], ...parts });
  const [startMoves, endMoves] = [after.start !== before.start, after.left_on !== before.left_on];
  const known = periodsOf(edits, before).length > 0;
  if ((startMoves || endMoves) && isInverted({ start: after.start, end: after.left_on }))
    return followed({
      refusal: french`L’adhésion (${frenchDate(after.start ?? '')}) commencerait après le départ (${frenchDate(after.left_on ?? '')}) : corrigez l’une des deux dates.`,
    });
  const refusal = startMoves ? movedStart(edits, before, after.start) : null;
  if (refusal !== null || !endMoves) return followed({ refusal });
  const sentences = known ? ['Son parcours suit : les effectifs à une date restent justes.'] : [];
  if (after.left_on !== null) return followed({ refusal: closePeriods(edits, before, after.left_on), sentences });
  const isStillHere = !hasLeft(before, today);
  const questions = isStillHere ? [] : [returnQuestion(before, today, answer)];
  if (questions[0]?.answer !== null) reopenPeriods(edits, before, { back: questions[0]?.answer === 'back', today });
  return followed({ questions, sentences });
}

/** The fields to set, or what is wrong. */
function fieldsOf(asked: Input, before: Member): Readonly<Record<string, FieldValue>> | string {
  const typed = memberFields(asked);
  if (!typed.ok) return typed.message;
  const left = typedDate(asked.left_on ?? '', 'Parti le');
  if (!left.ok) return left.message;
  const name = asked.organisation === undefined ? before.organisation : tidy(asked.organisation);
  if (asked.organisation !== undefined && name === null) return 'Donnez le nom de la structure.';
  const imposed = imposedFields(asked, before);
  if (typeof imposed === 'string') return imposed;
  const renamed = name !== null && before.organisation !== null && name !== before.organisation;
  const former = renamed ? [...new Set([...before.former_names, before.organisation])] : before.former_names;
  return {
    ...typed.value,
    ...imposed,
    ...(asked.left_on === undefined ? {} : { left_on: left.value }),
    ...(asked.organisation === undefined ? {} : { organisation: name }),
    ...(renamed ? { former_names: former.filter((one) => one !== name) } : {}),
  };
}

function imposedFields(asked: Input, before: Member): Readonly<Record<string, FieldValue>> | string {
  if (asked.imposed_status === undefined)
    return asked.status_reason === undefined || before.imposed_status === null
      ? {}
      : { status_reason: tidy(asked.status_reason) };
  if (asked.imposed_status === 'computed') return { imposed_status: null, status_reason: null };
  const reason = asked.status_reason === undefined ? before.status_reason : tidy(asked.status_reason);
  return reason === null
    ? 'Dites pourquoi cet état est imposé : sans raison, personne ne saura le lever.'
    : { imposed_status: asked.imposed_status, status_reason: reason };
}

/** A member said to be out, and not since when, counts in no year: nobody could tell which. */
function undatedExit(before: Member, fields: Readonly<Record<string, FieldValue>>): string[] {
  const { imposed_status: imposed, left_on: left, organisation }: Member = { ...before, ...fields };
  const isOut = imposed === 'excluded' || imposed === 'left';
  return isOut && left === null && before.imposed_status !== imposed
    ? [
        french`Sans date de départ, ${quoted(organisation ?? before.id)} ne compte plus dans les effectifs, même pour les années passées : notez aussi « Parti le ».`,
      ]
    : [];
}

function changesOf(before: Member, fields: Readonly<Record<string, FieldValue>>): string[] {
  const columns: readonly Column[] = memberTable.columns;
  return columns.flatMap((column) => {
    const next = fields[column.field];
    if (next === undefined) return [];
    const now = shownValue(column, before[column.field as keyof Member]);
    const then = shownValue(column, next);
    return now === then ? [] : [french`${quoted(column.header)} : ${now} → ${then}.`];
  });
}
