/** Spaces and occupancies for examples, with only what matters written out. */
import { changeTable } from '../../src/core/records.ts';
import type { AnyRecord, Table } from '../../src/core/table.ts';
import { occupancyTable } from '../../src/core/tables/occupancy.ts';
import type { Occupancy } from '../../src/core/tables/occupancy.ts';
import { spaceTable } from '../../src/core/tables/space.ts';
import type { Space } from '../../src/core/tables/space.ts';
import type { Workbook } from '../../src/core/workbook.ts';

function blank(table: Table): AnyRecord {
  return Object.fromEntries(table.columns.map(({ field, type }) => [field, type === 'list' ? [] : null]));
}

/** An office of 10 m² at 385 € a month, unless told otherwise. */
export function aSpace(fields: Partial<Space> & Pick<Space, 'id'>): Space {
  const { monthly_fee: fee = 38_500 } = fields;
  return {
    ...blank(spaceTable),
    name: fields.id.replace(/^ESP-0*/u, 'B'),
    kind: 'office',
    area: 10,
    fee,
    fee_period: 'month',
    monthly_fee: fee,
    paid_to_association: true,
    ...fields,
  } as Space;
}

/** A stay in a space, whole share, without any date unless told otherwise. */
export function aStay(fields: Partial<Occupancy> & Pick<Occupancy, 'id' | 'space'>): Occupancy {
  return { ...blank(occupancyTable), organisation: `Label ${fields.id}`, share: 100, ...fields } as Occupancy;
}

/** The two tabs. */
export function roomsWorkbook(spaces: readonly Space[], stays: readonly Occupancy[]): Workbook {
  return {
    [spaceTable.tab]: changeTable(spaceTable, undefined, { put: spaces }),
    [occupancyTable.tab]: changeTable(occupancyTable, undefined, { put: stays }),
  };
}
