/** Dues as a careful person keeps them: fees that are called, payments that settle them, receipts issued. */
import fc from 'fast-check';
import { issueReceipts } from '../../src/core/commands/issue-receipts.ts';
import { recordPayment } from '../../src/core/commands/record-payment.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { run } from './adoption.ts';
import { duesWorkbook, fee, member } from './dues.ts';

const payment = fc.record({
  member: fc.constantFrom('ADH-0001', 'ADH-0002', 'ADH-0003'),
  amount: fc.constantFrom(3000, 11_000, 15_000),
  date: fc.constantFrom('2023-04-03', '2023-05-02'),
  method: fc.constantFrom('cheque', 'bank_transfer'),
  charges: fc.constantFrom(undefined, []),
});

/** Three members who owe for this year, some for last year too; some paid, some too much, some with a receipt. */
export const keptDues: fc.Arbitrary<Workbook> = fc
  .record({
    states: fc.array(fc.constantFrom(false, false, true, null), { minLength: 3, maxLength: 3 }),
    last: fc.boolean(),
    payments: fc.array(payment, { maxLength: 3 }),
    receipts: fc.boolean(),
  })
  .map(({ states, last, payments, receipts }) => {
    const fees = states.map((paid, index) => fee(index + 1, { paid }));
    const older = last ? [fee(4, { member: 'ADH-0001', organisation: 'Label Marée Basse', year: 2022 })] : [];
    let made = duesWorkbook({ members: [1, 2, 3].map((number) => member(number)), fees: [...fees, ...older] });
    for (const input of payments) made = run(recordPayment, [], { made, input: { ...input, excess: 'keep' } }).made;
    const all = [...fees, ...older].map(({ id }) => id);
    return receipts ? run(issueReceipts, [], { made, input: { fees: all.slice(0, 2) } }).made : made;
  });
