/** Merge two records of one member: side by side, field by field; the one that goes stays, linked to the one that is kept. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { plural } from '../adoption/labels.ts';
import { memberLinks } from '../members/copies.ts';
import { openTabs } from '../members/edits.ts';
import type { Edits } from '../members/edits.ts';
import { memberId } from '../members/inputs.ts';
import { filledFields, mergedFields, mergeQuestions } from '../members/merge.ts';
import { mergeHistories } from '../members/periods.ts';
import { leavePoints } from '../members/points.ts';
import { groupBy } from '../group.ts';
import { french, quoted } from '../french.ts';
import type { Table } from '../table.ts';
import { affiliationPeriodTable } from '../tables/affiliation-period.ts';
import { checkTable } from '../tables/check.ts';
import { memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';

const input = z.object({
  /** The record that is kept. */
  kept: memberId,
  /** The duplicate, which will only say where it went. */
  duplicate: memberId,
  answers: z.record(z.string(), z.string()).default({}),
});

const tables: readonly Table[] = [memberTable, ...memberLinks, checkTable];
const tabs = tables.map(({ tab }) => tab);

/** The kept record takes what the other one knows better; all that belonged to the other now belongs to it. */
export const mergeMembers = defineCommand({
  name: 'merge-members',
  label: 'Fusionner deux fiches',
  purpose: 'Réunit deux fiches du même adhérent ; rien n’est perdu, la fiche en double reste liée à l’autre.',
  input,
  reads: () => tabs,
  changes: () => tabs,
  decide: (state, { kept, duplicate, answers }) => {
    const edits = openTabs(state, tables);
    if (edits.obstacle !== null) return refuse(edits.obstacle);
    const winner = edits.find(memberTable, kept);
    const loser = edits.find(memberTable, duplicate);
    const refusal = whyNot(winner, loser, { kept, duplicate });
    if (refusal !== null || winner === null || loser === null) return refuse(refusal ?? '');
    const questions = mergeQuestions(winner, loser, answers);
    const fields = mergedFields(winner, loser, questions);
    edits.set(memberTable, kept, fields);
    edits.set(memberTable, duplicate, { merged_into: kept });
    for (const { id, merged_into: into } of edits.records(memberTable))
      if (into === duplicate && id !== kept) edits.set(memberTable, id, { merged_into: kept });
    const name = fields['organisation'] ?? winner.organisation;
    const organisation = typeof name === 'string' ? name : null;
    const isOther = fields['affiliation'] === loser.affiliation && fields['affiliation'] !== winner.affiliation;
    const moved =
      repoint(edits, { from: loser, to: winner, name: organisation }) +
      mergeHistories(edits, { winner, loser, main: isOther ? loser : winner, name: organisation });
    settleDuplicates(edits, kept, duplicate);
    const doubled = leavePoints(edits, doubledFees(edits, winner, loser));
    return wish({
      ...edits.wished(),
      questions,
      summary: summaryOf({ winner, loser, filled: filledFields(winner, loser, fields), moved, doubled }),
      details: { id: kept },
    });
  },
});

interface Done {
  readonly winner: Member;
  readonly loser: Member;
  readonly filled: readonly string[];
  readonly moved: number;
  readonly doubled: number;
}

function summaryOf({ winner, loser, filled, moved, doubled }: Done): string[] {
  return [
    french`La fiche de ${quoted(loser.organisation)} (${loser.id}) est réunie à celle de ${quoted(winner.organisation)} (${winner.id}).`,
    ...(filled.length === 0
      ? []
      : [french`La fiche gardée, où ces cases étaient vides, reçoit de l’autre : ${filled.join(' ; ')}.`]),
    moved === 0
      ? 'Aucune autre ligne ne dépendait de la fiche en double.'
      : french`${plural(moved, 'ligne')} des autres onglets ${moved > 1 ? 'suivent' : 'suit'} : contacts, cotisations, occupations, inscriptions.`,
    french`La fiche ${loser.id} reste dans « Adhérents » avec « Fusionné dans » ; elle n’est plus comptée.`,
    ...(doubled === 0 ? [] : ['Deux cotisations portent sur la même année : un point à vérifier le rappelle.']),
  ];
}

function whyNot(winner: Member | null, loser: Member | null, ids: { kept: string; duplicate: string }): string | null {
  if (ids.kept === ids.duplicate) return 'Choisissez deux fiches différentes.';
  if (winner === null) return french`La fiche ${ids.kept} n’est plus dans « Adhérents ».`;
  if (loser === null) return french`La fiche ${ids.duplicate} n’est plus dans « Adhérents ».`;
  if (loser.merged_into !== null) return french`La fiche ${loser.id} est déjà fusionnée avec ${loser.merged_into}.`;
  if (winner.merged_into !== null)
    return french`La fiche ${winner.id} est elle-même fusionnée avec ${winner.merged_into} : choisissez cette dernière.`;
  return null;
}

/** Rows of other tabs that belonged to the duplicate belong to the kept record, under its name. */
function repoint(edits: Edits, { from, to, name }: { from: Member; to: Member; name: string | null }): number {
  let moved = 0;
  for (const table of memberLinks.filter((one) => one !== affiliationPeriodTable)) {
    const hasName = table.columns.some(({ field }) => field === 'organisation');
    for (const record of edits.records<Table>(table)) {
      const isLoser = record['member'] === from.id;
      if (!isLoser && record['member'] !== to.id) continue;
      const isCopy = record['organisation'] === from.organisation || record['organisation'] === to.organisation;
      edits.set(table, String(record['id']), {
        ...(isLoser ? { member: to.id } : {}),
        ...(hasName && isCopy && name !== null ? { organisation: name } : {}),
      });
      moved += isLoser ? 1 : 0;
    }
  }
  return moved;
}

/** The points that proposed this merge are settled by it. */
function settleDuplicates(edits: Edits, kept: string, duplicate: string): void {
  for (const { id, kind, state, record, proposed_value: value } of edits.records(checkTable)) {
    if (kind !== 'duplicate_row' || (state ?? 'open') !== 'open') continue;
    const other = record === kept ? duplicate : record === duplicate ? kept : null;
    if (other !== null && value?.includes(`"${other}"`) === true) edits.set(checkTable, id, { state: 'done' });
  }
}

/** Both records may have a fee for a year: both are kept, and she is told. */
function doubledFees(edits: Edits, winner: Member, loser: Member): Parameters<typeof leavePoints>[1] {
  const fees = edits.records(membershipFeeTable).filter(({ member }) => member === winner.id || member === loser.id);
  const byYear = groupBy(fees, ({ year }) => (year === null ? null : String(year)));
  return [...byYear]
    .filter(
      ([, list]) => list.some(({ member }) => member === winner.id) && list.some(({ member }) => member === loser.id),
    )
    .map(([year, list]) => ({
      kind: 'fee_twice',
      severity: 'warning' as const,
      record: list[0]?.id ?? '',
      identity: list.map(({ id }) => id).join(' '),
      what: french`${quoted(winner.organisation)} a plusieurs cotisations pour ${year} après la fusion : ${list.map(({ id }) => id).join(', ')}.`,
      cure: 'Gardez celle qui est due ; notez l’autre « dispensée » en disant pourquoi.',
    }));
}
