/** The tab of spaces: offices, studio, desks, shops, premises, and who occupies them since when. */
import { fieldCell, fieldCells, quoteOf, textOf } from './cells.ts';
import type { FieldCell } from './cells.ts';
import { colourLegend } from './colour-legend.ts';
import { noteFindings } from './controls.ts';
import { filledFromAbove } from './filled-from-above.ts';
import type { FilledRow } from './filled-from-above.ts';
import { firstThousands } from './money-findings.ts';
import { readDeposit, readFee } from './spaces/fees.ts';
import { noteProposals } from './notes.ts';
import { readOccupants } from './spaces/occupants.ts';
import type { OccupantsReading } from './spaces/occupants.ts';
import { recordOf, saidIn } from './spaces/record.ts';
import { readArea, readDates, stayFindings } from './spaces/row.ts';
import { spaceKindIn, spaceLabels, spaceSection } from './spaces/label.ts';
import type { SpaceLabel, SpaceSection } from './spaces/label.ts';
import { spaceControls, spaceTotals } from './spaces/totals.ts';
import type { Content, Finding, Frame, FrameRow, ReadContext, SpaceKind, SpaceRecord } from './types.ts';
import { fold } from './values/text.ts';
import { placeAlias } from './values/place.ts';

const REPEATED = ['area_m2', 'start', 'planned_end', 'occupancy_fee', 'deposit'] as const;
const KIND_HEADERS = /^(?:type|nature|categorie|usage)\b/u;
const STAY_KINDS: ReadonlySet<string> = new Set(['over_36_months', 'end_of_stay', 'planned_end_after_max']);

/** The spaces of the tab, one record each, with their occupants, fees and stays. */
export function readSpaces(frame: Frame, context: ReadContext): Content<SpaceRecord> {
  const rows = filledFromAbove(frame, REPEATED).map((filled) => readRow(frame, filled, context));
  const records = withPremises(rows.flatMap((row) => row.records));
  const { controls, findings } = spaceControls(frame, records);
  const all = [...firstThousands(rows.flatMap((row) => row.findings)), ...findings, ...noteFindings(frame)];
  const proposals = noteProposals(frame, context);
  const legend = colourLegend(frame, tagsOf(records));
  return {
    records,
    findings: all,
    controls,
    totals: spaceTotals(records),
    sections: frame.sections.map(({ row, text }) => ({ row, text, ...spaceSection(text) })),
    ...(proposals.length === 0 ? {} : { proposals }),
    ...(legend.length === 0 ? {} : { colour_legend: legend }),
  };
}

interface ReadRow {
  readonly records: readonly SpaceRecord[];
  readonly findings: readonly Finding[];
}

function readRow(frame: Frame, { row, original, findings }: FilledRow, context: ReadContext): ReadRow {
  const section = row.section === null ? null : spaceSection(row.section.text);
  const label = fieldCell(frame, row, 'space');
  const labels = labelsOf(label);
  const typed = spaceKindIn(saidIn(frame, row, KIND_HEADERS) ?? '');
  const kind = typed ?? kindOf(labels[0], section, frame);
  const occupant = fieldCell(frame, row, 'occupant');
  const occupants = readOccupants(textOf(occupant?.cell), {
    kind,
    spaces: labels.length,
    directory: context.directory,
  });
  const dates = readDates(frame, row, context);
  const fee = readFee(fieldCell(frame, row, 'occupancy_fee'));
  const deposit = readDeposit(fieldCell(frame, row, 'deposit'), fee.value);
  const area = readArea(fieldCell(frame, row, 'area_m2'));
  const read = {
    frame,
    row,
    original,
    section,
    occupants,
    dates,
    fee: fee.value,
    deposit: deposit.value,
    area: area.value,
    context,
  };
  const records = labels.map((space, index) =>
    recordOf(read, { space, index, kind: typed ?? kindOf(space, section, frame) }),
  );
  return {
    records,
    findings: withoutRepeats(findings, [
      ...rangeFinding(label, labels),
      ...area.findings,
      ...occupantFindings(occupant, occupants, records),
      ...dates.findings,
      ...stayFindings({
        frame,
        row,
        dates,
        stays: records.flatMap((record) => record.occupancies.map(({ stay }) => stay)),
      }),
      ...fee.findings,
      ...deposit.findings,
      ...remarkFindings(frame, row),
    ]),
  };
}

// A doubt copied by « idem » was told where it was typed.
function withoutRepeats(derived: readonly Finding[], findings: readonly Finding[]): readonly Finding[] {
  const isRepeat = ({ row, column, kind }: Finding): boolean =>
    !STAY_KINDS.has(kind) && derived.some((one) => one.row === row && one.column === column);
  return [...derived, ...findings.filter((finding) => !isRepeat(finding))];
}

function labelsOf(label: FieldCell | undefined): readonly SpaceLabel[] {
  const labels = spaceLabels(textOf(label?.cell));
  return labels.length === 0 ? [{ space: '', number: null, kind: null }] : labels;
}

function kindOf(label: SpaceLabel | undefined, section: SpaceSection | null, frame: Frame): SpaceKind {
  if (section?.default_kind === 'premises') return 'premises';
  const header = frame.columns.find(({ field }) => field === 'space')?.header ?? '';
  return label?.kind ?? section?.default_kind ?? spaceKindIn(header) ?? titleKind(frame) ?? 'office';
}

function titleKind(frame: Frame): SpaceKind | null {
  const kinds = new Set(frame.above.map(({ text }) => spaceKindIn(text)).filter((kind) => kind !== null));
  return kinds.size === 1 ? ([...kinds][0] ?? null) : null;
}

// A remark that names one of the tab's premises tells where the space is.
function withPremises(records: readonly SpaceRecord[]): readonly SpaceRecord[] {
  const premises = records.filter(({ kind, space }) => kind === 'premises' && space !== '').map(({ space }) => space);
  if (premises.length === 0) return records;
  return records.map((record) => {
    if (record.kind === 'premises' || record.premises !== null) return record;
    const said = ` ${fold(record.notes.join(' / '))} `;
    const found = premises.find((name) => said.includes(` ${fold(name)} `));
    return found === undefined ? record : { ...record, premises: found };
  });
}

function rangeFinding(label: FieldCell | undefined, labels: readonly SpaceLabel[]): readonly Finding[] {
  if (label === undefined || labels.length < 2) return [];
  const { row, column, cell } = label;
  return [
    { row, column, kind: 'range_expanded', raw: quoteOf(cell), details: { into: labels.map(({ space }) => space) } },
  ];
}

function occupantFindings(
  occupant: FieldCell | undefined,
  { doubts }: OccupantsReading,
  records: readonly SpaceRecord[],
): readonly Finding[] {
  if (occupant === undefined || records.every(({ status }) => status === 'rented_by_association')) return [];
  const { row, column, cell } = occupant;
  return doubts.map(({ kind, raw, details }) => ({
    row,
    column,
    kind,
    raw: raw ?? quoteOf(cell),
    ...(details === undefined ? {} : { details }),
  }));
}

function remarkFindings(frame: Frame, row: FrameRow): readonly Finding[] {
  return fieldCells(frame, row, 'notes').flatMap(({ row: line, column, cell }): Finding[] => {
    const canonical = placeAlias(textOf(cell));
    return canonical === null
      ? []
      : [{ row: line, column, kind: 'place_alias', raw: quoteOf(cell), details: { canonical } }];
  });
}

function tagsOf(records: readonly SpaceRecord[]): ReadonlyMap<number, string> {
  const over = records.filter(({ occupancies }) => occupancies.some(({ stay }) => stay?.alert === 'over'));
  return new Map(over.map(({ source_row }) => [source_row, 'plus de 3 ans']));
}
