/** The attendance sheet of one session: who was registered, excused, present. */
import { attendanceMetadata } from './attendance-title.ts';
import { customOf, fieldCell, fieldCells, quoteOf, sourceRaw, textOf } from './cells.ts';
import { noteFindings } from './controls.ts';
import { matchOrganisation } from './directory.ts';
import type { AttendanceRecord, Content, Finding, Frame, FrameRow, Json, ReadContext } from './types.ts';
import { readCount } from './values/count.ts';
import { clean, fold, saysNothing } from './values/text.ts';

type Status = AttendanceRecord['attendance_status'];

interface ReadRow {
  readonly record: AttendanceRecord;
  readonly findings: readonly Finding[];
}

const WITHDRAWN = /\b(?:desist|excuse|annul|ne vient pas|ne viendra pas|forfait|empech)/u;
const ABSENT = /\b(?:absent|abs|non venu|pas venu|non)\b/u;
const HEADS =
  /^\+?\s*(?:\d+|une?|deux|trois)\s+(?:stagiaires?|personnes?|pers\b|invit|accompagn|autres?|coll[èe]gues?)/iu;

/** The people of the sheet, one record for each row that is filled in; whom the session's tab announces is cross-checked later. */
export function readAttendanceSheet(frame: Frame, context: ReadContext): Content<AttendanceRecord> {
  const read = withDuplicates(
    frame,
    frame.data.map((row) => readRow(frame, row, context)),
  );
  const records = read.map(({ record }) => record);
  return {
    records,
    findings: [...read.flatMap(({ findings }) => findings), ...noteFindings(frame)],
    controls: [],
    totals: totalsOf(frame, records),
    metadata: attendanceMetadata(frame, context),
  };
}

function readRow(frame: Frame, row: FrameRow, context: ReadContext): ReadRow {
  const names = readNames(frame, row);
  const place = readStructure(frame, row, context);
  const sign = readSignature(frame, row);
  const rank = readCount(fieldCell(frame, row, 'rank')?.cell.shown ?? null);
  const role = textIn(frame, row, 'role');
  const custom = customOf(frame, row);
  return {
    record: {
      source_tab: frame.source.title,
      source_row: row.row,
      rank: rank.state === 'count' ? rank.value : null,
      ...names.names,
      ...place.structure,
      role,
      signature: sign.signature,
      attendance_status: sign.status,
      named: names.named,
      duplicate_of_rank: null,
      ...(Object.keys(custom).length === 0 ? {} : { custom }),
      source_raw: sourceRaw(row),
    },
    findings: [...place.findings, ...names.findings, ...sign.findings],
  };
}

function textIn(frame: Frame, row: FrameRow, field: string): string | null {
  const text = clean(textOf(fieldCell(frame, row, field)?.cell));
  return text === '' || saysNothing(text) ? null : text;
}

interface ReadNames {
  readonly names: Pick<AttendanceRecord, 'last_name' | 'first_name'>;
  readonly named: boolean;
  readonly findings: readonly Finding[];
}

function readNames(frame: Frame, row: FrameRow): ReadNames {
  const cell =
    fieldCell(frame, row, 'last_name') ?? fieldCell(frame, row, 'person') ?? fieldCell(frame, row, 'first_name');
  const text = clean(textOf(cell?.cell));
  if (cell === undefined || HEADS.test(text) || /^\+\s*\d/u.test(text)) {
    const findings: Finding[] =
      cell === undefined
        ? [{ row: row.row, column: null, kind: 'person_without_name', raw: null }]
        : [{ row: cell.row, column: cell.column, kind: 'person_without_name', raw: quoteOf(cell.cell) }];
    return { names: { last_name: null, first_name: null }, named: false, findings };
  }
  const last_name = textIn(frame, row, 'last_name');
  const first_name = textIn(frame, row, 'first_name');
  if (last_name !== null || first_name !== null) return { names: { last_name, first_name }, named: true, findings: [] };
  return { names: splitName(text), named: true, findings: [] };
}

// « DUPONT Marie » and « Marie DUPONT »: capitals tell the family name; else the last word does.
function splitName(text: string): Pick<AttendanceRecord, 'last_name' | 'first_name'> {
  const parts = text.replace(/^(?:mme|mlle|mr?|me)\.?\s+/iu, '').split(' ');
  const isLoud = (part: string) => part.length > 1 && part === part.toUpperCase() && /\p{L}/u.test(part);
  const loud = parts.filter(isLoud);
  if (loud.length > 0 && loud.length < parts.length) {
    return { last_name: loud.join(' '), first_name: parts.filter((part) => !isLoud(part)).join(' ') };
  }
  if (parts.length < 2) return { last_name: text, first_name: null };
  return { last_name: parts.slice(1).join(' '), first_name: parts[0] ?? null };
}

interface ReadStructure {
  readonly structure: Pick<AttendanceRecord, 'organisation' | 'organisation_id' | 'organisation_raw' | 'network'>;
  readonly findings: readonly Finding[];
}

function readStructure(frame: Frame, row: FrameRow, { directory }: ReadContext): ReadStructure {
  const cell = fieldCell(frame, row, 'organisation');
  const raw = clean(textOf(cell?.cell));
  const nobody = {
    organisation: null,
    organisation_id: null,
    organisation_raw: raw === '' ? null : raw,
    network: null,
  };
  if (cell === undefined || raw === '' || saysNothing(raw)) return { structure: nobody, findings: [] };
  const at = { row: cell.row, column: cell.column, raw: quoteOf(cell.cell) };
  const network = networkIn(raw);
  if (network !== null) {
    const details: Record<string, Json> = { network };
    return { structure: { ...nobody, network }, findings: [{ ...at, kind: 'non_member', details }] };
  }
  const { match, proposal } = matchOrganisation(directory, raw);
  if (match !== null) {
    const { organisation, organisation_id } = match;
    return { structure: { ...nobody, organisation, organisation_id }, findings: [] };
  }
  if (directory.entries.length === 0) return { structure: nobody, findings: [] };
  const finding: Finding =
    proposal === null
      ? { ...at, kind: 'non_member', details: { network: null } }
      : { ...at, kind: 'organisation_not_found', details: { proposal: proposal.organisation } };
  return { structure: nobody, findings: [finding] };
}

/** The partner network that a text says its person comes from: « Réseau X - … », « adhérent X (…) ». */
function networkIn(text: string): string | null {
  const found =
    /^(?:r[ée]seau|adh[ée]rente?s?|membres?)(?:\s+(?:du|de la|de|des|d['’]))?\s*([^\s(–-][^(–]*?)(?:\s+[-–]|\s*\(|$)/iu.exec(
      text,
    );
  return found?.[1] === undefined ? null : clean(found[1]);
}

interface ReadSignature {
  readonly signature: string | null;
  readonly status: Status;
  readonly findings: readonly Finding[];
}

function readSignature(frame: Frame, row: FrameRow): ReadSignature {
  for (const { row: line, column, cell } of fieldCells(frame, row, 'signature')) {
    const folded = fold(textOf(cell));
    if (WITHDRAWN.test(folded)) {
      const finding: Finding = { row: line, column, kind: 'withdrawal', raw: quoteOf(cell) };
      return { signature: null, status: 'excused', findings: [finding] };
    }
    if (ABSENT.test(folded)) return { signature: null, status: 'absent', findings: [] };
    const text = clean(textOf(cell));
    if (!saysNothing(text) && !/^…+$/u.test(text)) return { signature: text, status: 'present', findings: [] };
  }
  return { signature: null, status: 'registered', findings: [] };
}

function withDuplicates(frame: Frame, read: readonly ReadRow[]): readonly ReadRow[] {
  const seen = new Map<string, AttendanceRecord>();
  return read.map(({ record, findings }) => {
    const key = fold(`${record.last_name ?? ''} ${record.first_name ?? ''}`);
    const first = record.named ? seen.get(key) : undefined;
    if (record.named && first === undefined) seen.set(key, record);
    if (first === undefined) return { record, findings };
    const row = frame.data.find((one) => one.row === record.source_row);
    const cell =
      row === undefined ? undefined : (fieldCell(frame, row, 'last_name') ?? fieldCell(frame, row, 'person'));
    const duplicate: Finding = {
      row: record.source_row,
      column: cell?.column ?? null,
      kind: 'duplicate_row',
      raw: quoteOf(cell?.cell),
      details: { of_row: first.source_row },
    };
    return { record: { ...record, duplicate_of_rank: first.rank }, findings: [...findings, duplicate] };
  });
}

function totalsOf(frame: Frame, records: readonly AttendanceRecord[]): Readonly<Record<string, Json>> {
  const counted = records.filter(({ duplicate_of_rank }) => duplicate_of_rank === null);
  const named = counted.filter((record) => record.named);
  const blanks = frame.rows.blank ?? [];
  const rank = frame.columns.find(({ field }) => field === 'rank');
  const numbered = blanks.filter((row) => rank !== undefined && frame.source.rows[row - 1]?.some(isShown) === true);
  return {
    rows: records.length,
    named_people_distinct: named.length,
    registered: counted.filter((record) => record.attendance_status !== 'excused').length,
    withdrawn: counted.filter((record) => record.attendance_status === 'excused').length,
    non_members: counted.filter((record) => record.network !== null).length,
    signatures: records.filter((record) => record.signature !== null).length,
    empty_numbered_rows: numbered.length,
  };
}

function isShown(cell: FrameRow['cells'][number]): boolean {
  return textOf(cell) !== '';
}
