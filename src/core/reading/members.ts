/** The tab of members: organisations with their contacts, category, activities and fee. */
import { readAffiliation } from './affiliation.ts';
import { columnsOf, fieldCell, quoteOf, sourceRaw } from './cells.ts';
import { colourLegend } from './colour-legend.ts';
import { declaredTotals, noteFindings, type Measure } from './controls.ts';
import { makeDirectory, type Named } from './directory.ts';
import { type Comparable, type Duplicates, findDuplicates } from './duplicates.ts';
import { filledFromAbove } from './filled-from-above.ts';
import { readMember, type ReadMember } from './member-row.ts';
import { memberTotals } from './member-totals.ts';
import { noteProposals } from './notes.ts';
import { nameWords } from './organisation-name.ts';
import { seasonsOf } from './tab-year.ts';
import type { Content, Directory, Finding, Frame, MemberRecord, PreciseDate, ReadContext } from './types.ts';

const REPEATED = [
  'contact_person',
  'first_name',
  'email',
  'phone',
  'affiliation',
  'activity',
  'fee_paid',
  'fee_amount',
  'payment_method',
  'space',
] as const;

/** The members of one tab, whose organisations may be those of another tab of members. */
export interface ReadMembers {
  readonly content: Content<MemberRecord>;
  readonly named: readonly Named[];
}

/** Reads tabs of members in order; an organisation found in several keeps one id, numbered by first appearance. */
export function readMemberTabs(
  frames: readonly Frame[],
  contextOf: (frame: Frame) => ReadContext,
): { readonly contents: readonly Content<MemberRecord>[]; readonly directory: Directory } {
  const ids = new Map<string, string>();
  const named = new Map<string, Named>();
  const contents = frames.map((frame) => {
    const read = readMembers(frame, contextOf(frame), ids);
    for (const one of read.named) {
      const known = named.get(one.entry.organisation_id);
      named.set(one.entry.organisation_id, known === undefined ? one : merged(known, one));
    }
    return read.content;
  });
  return { contents, directory: makeDirectory([...named.values()]) };
}

function merged(known: Named, other: Named): Named {
  const people = [...new Set([...known.entry.people, ...other.entry.people])];
  return { entry: { ...known.entry, people }, names: [...new Set([...known.names, ...other.names])] };
}

function readMembers(frame: Frame, context: ReadContext, ids: Map<string, string>): ReadMembers {
  const read = readRows(frame, context);
  const duplicates = findDuplicates(read.map(({ draft }) => comparable(draft)));
  const records = identified(
    read.map(({ draft }) => draft),
    duplicates,
    ids,
  );
  const totals = controlsOf(frame, records);
  const proposals = noteProposals(frame, context);
  const legend = colourLegend(frame);
  const content: Content<MemberRecord> = {
    records,
    findings: [
      ...read.flatMap(({ findings }) => findings),
      ...duplicateFindings(frame, duplicates),
      ...missingNames(read),
      ...totals.findings,
      ...noteFindings(frame),
    ],
    controls: totals.controls,
    totals: memberTotals(records),
    sections: frame.sections.map(({ row, text }) => ({ row, text, default_affiliation: readAffiliation(text) })),
    ...(proposals.length === 0 ? {} : { proposals }),
    ...(legend.length === 0 ? {} : { colour_legend: legend }),
    ...(duplicates.proposals.length === 0 ? {} : { merge_proposals: duplicates.proposals }),
    ...(duplicates.distinct.length === 0 ? {} : { not_duplicates: duplicates.distinct }),
  };
  return { content, named: namedOf(records) };
}

function readRows(frame: Frame, context: ReadContext): readonly ReadMember[] {
  const seasons = seasonsOf(frame, context);
  let above: PreciseDate | null = null;
  return filledFromAbove(frame, REPEATED).map(({ row, original, findings }) => {
    const { draft, findings: doubts } = readMember(row, { ...context, frame, seasons, above });
    above = draft.start ?? above;
    // A doubt copied by « idem » was told where it was typed.
    const isOwn = ({ row: at, column }: Finding) => !findings.some((one) => one.row === at && one.column === column);
    return {
      draft: row === original ? draft : { ...draft, source_raw: sourceRaw(original) },
      findings: [...findings, ...(findings.length === 0 ? doubts : doubts.filter(isOwn))],
    };
  });
}

function comparable(draft: MemberRecord): Comparable {
  return {
    row: draft.source_row,
    organisation: draft.organisation,
    key: nameWords(draft.organisation).key,
    emails: draft.emails.flatMap(({ value }) => (value === null ? [] : [value])),
    phones: draft.phones.flatMap(({ value }) => (value === null ? [] : [value])),
    fullness: Object.keys(draft.source_raw).length,
  };
}

function identified(
  drafts: readonly MemberRecord[],
  duplicates: Duplicates,
  ids: Map<string, string>,
): readonly MemberRecord[] {
  const keeper = new Map(duplicates.proposals.map(({ keep_row, drop_row }) => [drop_row, keep_row]));
  const idByRow = new Map<number, string>();
  for (const draft of drafts.filter(({ source_row }) => !keeper.has(source_row))) {
    const key = keyOf(draft);
    const id = ids.get(key) ?? `O${String(ids.size + 1).padStart(3, '0')}`;
    ids.set(key, id);
    idByRow.set(draft.source_row, id);
  }
  return drafts.map((draft) => {
    const kept = keeper.get(draft.source_row) ?? null;
    return { ...draft, organisation_id: idByRow.get(kept ?? draft.source_row) ?? '', duplicate_of_row: kept };
  });
}

function keyOf({ organisation, source_tab, source_row }: MemberRecord): string {
  const { key } = nameWords(organisation);
  return key === '' ? `${source_tab}:${String(source_row)}` : key;
}

function duplicateFindings(frame: Frame, { proposals }: Duplicates): readonly Finding[] {
  const rows = new Map(frame.data.map((row) => [row.row, row]));
  return proposals.flatMap(({ keep_row, drop_row, evidence }): Finding[] => {
    const row = rows.get(drop_row);
    const cell = row === undefined ? undefined : fieldCell(frame, row, 'organisation');
    return [
      {
        row: drop_row,
        column: cell?.column ?? null,
        kind: 'duplicate_row',
        raw: quoteOf(cell?.cell),
        details: { of_row: keep_row, evidence },
      },
    ];
  });
}

function missingNames(read: readonly ReadMember[]): readonly Finding[] {
  return read
    .filter(({ draft }) => draft.organisation === '')
    .map(({ draft }) => ({ row: draft.source_row, column: null, kind: 'organisation_missing', raw: null }));
}

function controlsOf(frame: Frame, records: readonly MemberRecord[]): ReturnType<typeof declaredTotals> {
  const fees = new Map(
    records.flatMap(({ source_row, fee_amount_cents }) =>
      fee_amount_cents === null ? [] : [[source_row, fee_amount_cents] as const],
    ),
  );
  const measure: Measure = { what: 'amount_cents', values: fees, why: 'SUM skips the amounts typed as text' };
  const columns = [...columnsOf(frame, 'fee_paid'), ...columnsOf(frame, 'fee_amount')];
  return declaredTotals(frame, Object.fromEntries(columns.map((column) => [column, measure])), (first, last) => {
    const inside = records.filter(({ source_row }) => source_row >= first && source_row <= last);
    const computed = new Set(inside.map(({ organisation_id }) => organisation_id)).size;
    return computed === inside.length ? { computed } : { computed, computed_rows: inside.length };
  });
}

function namedOf(records: readonly MemberRecord[]): readonly Named[] {
  const groups = new Map<string, MemberRecord[]>();
  for (const record of records) {
    const group = groups.get(record.organisation_id);
    if (group) group.push(record);
    else groups.set(record.organisation_id, [record]);
  }
  return [...groups.values()].flatMap((group): Named[] => {
    const kept = group.find(({ duplicate_of_row }) => duplicate_of_row === null);
    if (kept === undefined) return [];
    return [
      {
        entry: {
          organisation_id: kept.organisation_id,
          organisation: kept.organisation,
          affiliation: kept.affiliation,
          tab: kept.source_tab,
          row: kept.source_row,
          people: group.flatMap(({ people }) => people.map(({ name }) => name)),
        },
        names: group.flatMap(({ organisation, former_names }) => [organisation, ...former_names]),
      },
    ];
  });
}
