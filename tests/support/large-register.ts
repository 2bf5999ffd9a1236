/** A register of any size, as a large incubator would have it after ten years; the same for the same sizes. */
import { plusDays } from '../../src/core/day.ts';
import { changeTable } from '../../src/core/records.ts';
import { blank } from '../../src/core/stays/desk.ts';
import type { Table } from '../../src/core/table.ts';
import { affiliationPeriodTable } from '../../src/core/tables/affiliation-period.ts';
import { contactTable } from '../../src/core/tables/contact.ts';
import { membershipFeeTable } from '../../src/core/tables/membership-fee.ts';
import { paymentTable } from '../../src/core/tables/payment.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { registerOf } from './stays.ts';

const kinds = ['office', 'office', 'desk', 'shop_unit', 'studio'] as const;
const padded = (number: number) => String(number).padStart(4, '0');

/** Members, and stays one after the other in a tenth as many spaces. */
export function largeRegister(members: number, stays: number): Workbook {
  const spaces = Math.max(1, Math.round(stays / 10));
  const register = registerOf({
    members: Array.from({ length: members }, (_, index) => ({
      organisation: `Structure ${index}`,
      email: `contact@structure-${index}.example`,
      affiliation: 'hosted' as const,
      start: '2015-01-01',
    })),
    spaces: Array.from({ length: spaces }, (_, index) => ({
      name: `E${index}`,
      kind: kinds[index % kinds.length] ?? 'office',
      monthly_fee: 38_500,
      status: 'occupied' as const,
    })),
    stays: Array.from({ length: stays }, (_, index) => {
      const turn = Math.floor(index / spaces);
      const start = plusDays('2014-01-01', turn * 365);
      return {
        space: `ESP-${padded((index % spaces) + 1)}`,
        member: `ADH-${padded((index % members) + 1)}`,
        organisation: `Structure ${index % members}`,
        start,
        planned_end: plusDays(start, 364),
        end: turn < 9 ? plusDays(start, 364) : null,
      };
    }),
  });
  return { ...register, ...rowsOfMembers(members) };
}

/** Beside each member, a contact, two fees, a payment and two periods of history. */
function rowsOfMembers(members: number): Workbook {
  const each = (table: Table, perMember: number, fields: (member: string, turn: number) => object) => {
    const put = Array.from({ length: members * perMember }, (_, index) => {
      const number = Math.floor(index / perMember);
      const owner = { member: `ADH-${padded(number + 1)}`, organisation: `Structure ${number}` };
      return {
        ...blank(table, `${table.prefix}-${padded(index + 1)}`),
        ...owner,
        ...fields(owner.member, index % perMember),
      };
    });
    return [table.tab, changeTable(table, undefined, { put })] as const;
  };
  return Object.fromEntries([
    each(contactTable, 1, (member) => ({
      name: `Personne de ${member}`,
      email: `${member.toLowerCase()}@structure.example`,
    })),
    each(membershipFeeTable, 2, (_, turn) => ({
      year: 2022 + turn,
      amount_due: 11_000,
      due_on: `${2022 + turn}-03-31`,
    })),
    each(paymentTable, 1, () => ({ date: '2023-02-01', amount: 11_000, method: 'transfer' })),
    each(affiliationPeriodTable, 2, (_, turn) =>
      turn === 0
        ? { affiliation: 'non_resident', start: '2015-01-01', end: '2019-12-31' }
        : { affiliation: 'hosted', start: '2020-01-01' },
    ),
  ]);
}
