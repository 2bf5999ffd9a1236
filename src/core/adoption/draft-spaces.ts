/** What a row of a spaces' tab becomes: its spaces, and who occupies them. */
import { euros } from '../french.ts';
import type { Fee, OccupancyReading, SpaceRecord } from '../reading/types.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import { spaceTable } from '../tables/space.ts';
import { dateValue, handleOf, joined } from './draft.ts';
import type { Draft } from './draft.ts';
import { fold } from '../reading/values/text.ts';
import { sourceFields } from './tab-context.ts';
import type { TabContext } from './tab-context.ts';

interface OfSpace {
  readonly record: SpaceRecord;
  readonly context: TabContext;
}

/** The part of a space draft, and of its occupancies. */
export function spacePart(space: string): string {
  return `space:${fold(space)}`;
}

/** The drafts of one space record. */
export function spaceDrafts(record: SpaceRecord, context: TabContext): Draft[] {
  const { source_tab: tab, source_row: row } = record;
  const part = spacePart(record.space);
  const space: Draft = {
    tab,
    row,
    handle: handleOf(tab, row, part),
    table: spaceTable,
    part,
    key: fold(record.space),
    links: {},
    own: context.own(record.custom, row),
    fields: { ...spaceFields(record), source_look: context.look(row), ...sourceFields(record) },
  };
  return [
    space,
    ...record.occupancies.map((occupancy, index) => occupancyDraft(occupancy, index, { record, context })),
  ];
}

function occupancyDraft(occupancy: OccupancyReading, index: number, { record, context }: OfSpace): Draft {
  const { source_tab: tab, source_row: row } = record;
  const part = spacePart(record.space);
  const member = context.memberOf(occupancy.organisation_id);
  const organisation = occupancy.organisation ?? occupancy.organisation_raw;
  return {
    tab,
    row,
    handle: handleOf(tab, row, `${part}:occupancy:${String(index)}`),
    table: occupancyTable,
    part: `${part}:occupancy:${String(index)}`,
    key: fold(`${record.space} ${organisation ?? occupancy.person_raw ?? ''}`),
    links: { space: handleOf(tab, row, part), ...(member === null ? {} : { member }) },
    own: {},
    fields: {
      space_name: record.space,
      organisation,
      person: occupancy.person_raw,
      share: occupancy.share_percent,
      start: dateValue(occupancy.start),
      planned_end: dateValue(occupancy.planned_end),
      max_end: dateValue(occupancy.stay?.max_end),
      ...sourceFields(record),
    },
  };
}

function spaceFields(record: SpaceRecord): Draft['fields'] {
  return {
    name: record.space,
    kind: record.kind,
    premises: record.premises,
    area: record.area_m2,
    status: record.status,
    vacant_since: dateValue(record.vacant_since),
    ...moneyFields(record),
    shares_to_confirm: record.occupancies.some((occupancy) => occupancy.share_proposed) ? true : null,
    lease_holder: record.lease_holder ?? null,
    lease_start: dateValue(record.lease_start),
    notes: joined(record.notes),
  };
}

function moneyFields(record: SpaceRecord): Draft['fields'] {
  const { occupancy_fee: fee, deposit, rent } = record;
  return {
    fee: fee?.amount_cents ?? null,
    fee_period: fee?.period ?? null,
    monthly_fee: fee?.monthly_cents ?? null,
    fee_detail: feeDetail(fee),
    paid_to_association: record.paid_to_association,
    paid_to: record.paid_to ?? null,
    deposit: deposit?.amount_cents ?? null,
    deposit_detail: depositDetail(deposit),
    deposit_method: deposit?.method ?? null,
    rent: rent?.amount_cents ?? null,
    rent_period: rent?.period ?? null,
  };
}

function feeDetail(fee: Fee | null): string | null {
  const per = fee?.per === 'desk' ? 'par poste' : (fee?.per ?? null);
  const extra = fee?.extra === undefined ? null : `+ ${fee.extra}`;
  return [per, extra].filter((text) => text !== null).join(' ') || null;
}

function depositDetail(deposit: SpaceRecord['deposit']): string | null {
  if (deposit === null) return null;
  if (deposit.none === true) return 'aucune';
  if (deposit.derived_from === undefined) return null;
  return deposit.amount_cents === null
    ? deposit.derived_from
    : `${deposit.derived_from} = ${euros(deposit.amount_cents)}`;
}
