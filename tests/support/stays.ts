/** A small register of spaces and stays for tests, and commands decided on it. */
import type { Command, State } from '../../src/core/command.ts';
import { afterPlan } from '../../src/core/plan.ts';
import { decide } from '../../src/core/preview.ts';
import type { Decision } from '../../src/core/preview.ts';
import { changeTable, readTable } from '../../src/core/records.ts';
import { readRegister } from '../../src/core/register.ts';
import { blank } from '../../src/core/stays/desk.ts';
import { readStays } from '../../src/core/stays/read.ts';
import type { Stays } from '../../src/core/stays/read.ts';
import { memberTable } from '../../src/core/tables/member.ts';
import type { Member } from '../../src/core/tables/member.ts';
import { occupancyTable } from '../../src/core/tables/occupancy.ts';
import type { Occupancy } from '../../src/core/tables/occupancy.ts';
import { settingTable } from '../../src/core/tables/setting.ts';
import { spaceTable } from '../../src/core/tables/space.ts';
import type { Space } from '../../src/core/tables/space.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { stateFrom } from './workbook-of.ts';

export const TODAY = '2023-05-12';

/** What a register is made of: ids are given in order, « ESP-0001 », « ADH-0001 », « OCC-0001 ». */
export interface Parts {
  readonly spaces?: readonly Partial<Space>[];
  readonly members?: readonly Partial<Member>[];
  readonly stays?: readonly Partial<Occupancy>[];
  readonly settings?: Readonly<Record<string, string>>;
}

/** The workbook of a register. */
export function registerOf({ spaces = [], members = [], stays = [], settings = {} }: Parts): Workbook {
  const id = (prefix: string, index: number) => `${prefix}-${String(index + 1).padStart(4, '0')}`;
  const entries = Object.entries(settings);
  return {
    [memberTable.tab]: changeTable(memberTable, undefined, {
      put: members.map((member, index) => ({ ...blank(memberTable, id('ADH', index)), ...member })),
    }),
    [spaceTable.tab]: changeTable(spaceTable, undefined, {
      put: spaces.map((space, index) => ({
        ...blank(spaceTable, id('ESP', index)),
        name: String(index + 1),
        kind: 'office' as const,
        ...space,
      })),
    }),
    [occupancyTable.tab]: changeTable(occupancyTable, undefined, {
      put: stays.map((stay, index) => ({ ...blank(occupancyTable, id('OCC', index)), ...stay })),
    }),
    [settingTable.tab]: changeTable(settingTable, undefined, {
      put: entries.map(([key, value], index) => ({ ...blank(settingTable, id('REG', index)), key, value })),
    }),
  };
}

/** Spaces and stays of a workbook. */
export function staysIn(workbook: Workbook): Stays {
  return readStays(readRegister(stateFrom([], workbook)));
}

/** What a command decides, and the workbook once it is carried out. */
export interface Done extends Decision {
  readonly state: State;
  readonly after: Workbook;
  readonly stays: readonly Occupancy[];
  readonly spaces: readonly Space[];
  readonly refusal: string | null;
}

/** Decides a command on a workbook. */
export function decideOn(workbook: Workbook, command: Command, input: unknown, today = TODAY): Done {
  const state = stateFrom([], workbook);
  const decision = decide(command, state, { input, moment: { today, time: '10:00' } });
  const after = afterPlan(workbook, decision.plan);
  return {
    ...decision,
    state,
    after,
    stays: readTable(occupancyTable, after[occupancyTable.tab]).records,
    spaces: readTable(spaceTable, after[spaceTable.tab]).records,
    refusal: decision.wish.refusal,
  };
}
