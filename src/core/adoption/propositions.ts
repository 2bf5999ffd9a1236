/** What « Appliquer » would write for a problem: only corrections that the reading itself suggests. */
import { frenchDate } from '../french.ts';
import type { MemberRecord, Proposal, ReadingProblem, TabReading } from '../reading/types.ts';
import { readEmails } from '../reading/values/email.ts';
import { fold } from '../reading/values/text.ts';
import type { Draft, Handle } from './draft.ts';
import type { Proposition } from './check-drafts.ts';

/** What propositions are made from. */
export interface PropositionContext {
  readonly tab: TabReading;
  /** The draft and field that the problem is about. */
  readonly draft: Draft;
  readonly field: string | null;
  /** The kept member of that name. */
  readonly memberNamed: (name: string) => Handle | null;
  /** The draft of another row of the same tab and kind. */
  readonly draftOfRow: (row: number, part: string) => Draft | null;
  readonly occupanciesOf: (member: Handle) => readonly Draft[];
}

type Maker = (problem: ReadingProblem, context: PropositionContext) => Proposition | null;

const MAKERS: Readonly<Record<string, Maker>> = {
  phone_lost_zero: ({ raw }, { draft }) => {
    const phone = `0${String(raw).replace(/\D/gu, '')}`;
    const isFirst = draft.fields['phone'] === null;
    const others = [draft.fields['other_phones'] ?? []].flat().filter((other) => typeof other === 'string');
    return isFirst
      ? { text: `Téléphone\u00A0: ${phone}`, values: { phone } }
      : {
          text: `Autre téléphone\u00A0: ${phone}`,
          values: { other_phones: [...others, phone] },
        };
  },
  invalid_email: ({ raw }, { draft }) => {
    const mended = String(raw).replace(/\s*[([{]\s*(?:at|arobase|a)\s*[)\]}]\s*/iu, '@');
    const [email, ...others] = readEmails(mended);
    if (email?.valid !== true || email.value === null || others.length > 0 || draft.fields['email'] !== null)
      return null;
    return { text: `E-mail\u00A0: ${email.value}`, values: { email: email.value } };
  },
  duplicate_row: duplicate,
  organisation_not_found: (problem, { memberNamed, draft }) => {
    const name = problem['proposal'];
    const member = typeof name === 'string' ? memberNamed(name) : null;
    const hasMember = draft.table.columns.some(({ field }) => field === 'member');
    if (member === null || typeof name !== 'string' || !hasMember) return null;
    return { text: `Structure\u00A0: ${name}`, values: { organisation: name }, links: { member } };
  },
  shared_space: (_problem, { draft }) =>
    draft.fields['shares_to_confirm'] === true
      ? { text: 'Parts égales confirmées', values: { shares_to_confirm: false } }
      : null,
  planned_end_after_max: (problem) => {
    const end = problem['max_end'];
    return typeof end === 'string'
      ? { text: `Sortie prévue\u00A0: ${frenchDate(end)}`, values: { planned_end: end } }
      : null;
  },
};

/** The proposition for a problem, or null when only she knows. */
export function propositionFor(problem: ReadingProblem, context: PropositionContext): Proposition | null {
  return Object.hasOwn(MAKERS, problem.kind) ? (MAKERS[problem.kind]?.(problem, context) ?? null) : null;
}

const LEAVING = /\b(?:part|partent|partira|depart|quitte|quittera|sort|sortira|demenage|preavis)\b/u;

/** What a remark that gives a date proposes: when it speaks of leaving, the planned end of the one occupancy concerned. */
export function remarkProposition(
  proposal: Proposal,
  occupancies: readonly Draft[],
): { readonly draft: Draft; readonly proposition: Proposition } | null {
  const [occupancy] = occupancies;
  const isLeaving = LEAVING.test(fold(proposal.text));
  if (!isLeaving || proposal.value === undefined || occupancy === undefined || occupancies.length > 1) return null;
  const { value } = proposal.value;
  return {
    draft: occupancy,
    proposition: { text: `Sortie prévue\u00A0: ${frenchDate(value)}`, values: { planned_end: value } },
  };
}

function duplicate(problem: ReadingProblem, { tab, draft, draftOfRow }: PropositionContext): Proposition | null {
  const row = problem['of_row'];
  if (typeof row !== 'number') return null;
  if (tab.kind === 'members') {
    const kept = draftOfRow(row, 'member');
    if (kept === null) return null;
    return {
      text: `Fusionner dans « ${String(kept.fields['organisation'])} » (ligne ${row})`,
      values: {},
      links: { merged_into: kept.handle },
    };
  }
  const first = draftOfRow(row, draft.part);
  if (first === null || !draft.table.columns.some(({ field }) => field === 'repeats')) return null;
  return {
    text: `Noter comme doublon de la ligne ${row}`,
    values: {},
    links: { repeats: first.handle },
  };
}

/** The rows that a reading thinks are the same organisation, with both names. */
export interface Duplicate {
  readonly tab: string;
  readonly keep: MemberRecord;
  readonly drop: MemberRecord;
  readonly evidence: readonly string[];
}

/** The probable duplicates of members, tab by tab. */
export function duplicatesOf(tabs: readonly TabReading[]): Duplicate[] {
  return tabs.flatMap((tab) => {
    if (tab.kind !== 'members') return [];
    const byRow = new Map((tab.records as readonly MemberRecord[]).map((record) => [record.source_row, record]));
    return (tab.merge_proposals ?? []).flatMap(({ keep_row: keepRow, drop_row: dropRow, evidence }): Duplicate[] => {
      const keep = byRow.get(keepRow);
      const drop = byRow.get(dropRow);
      return keep && drop ? [{ tab: tab.name, keep, drop, evidence }] : [];
    });
  });
}
