import fc from 'fast-check';
import { matchStatement } from '../../../src/core/commands/match-statement.ts';
import { recordPayment } from '../../../src/core/commands/record-payment.ts';
import { amountOf, readStatement } from '../../../src/core/dues/statement/read.ts';
import { membershipFeeTable } from '../../../src/core/tables/membership-fee.ts';
import { allocationTable, paymentTable } from '../../../src/core/tables/payment.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { recordsIn, run } from '../../support/adoption.ts';
import { hostileTexts } from '../../support/arbitrary.ts';
import { duesWorkbook, fee } from '../../support/dues.ts';

const HEAD = 'Date;Libellé;Débit;Crédit';
const statement = (...lines: string[]) => [HEAD, ...lines].join('\n');
const match = (made: Workbook, text: string, answers: Record<string, string> = {}) =>
  run(matchStatement, [], { made, input: { text, answers } });
const creditsOf = (text: string) => {
  const reading = readStatement(text, '2023-05-12');
  return reading.ok ? reading.statement.credits.map(({ day, label, cents }) => [day, label, cents]) : reading.why;
};

describe('readStatement()', () => {
  it.each([
    [
      'semicolons, two columns',
      'Date;Libellé;Débit;Crédit\n03/05/2023;VIR MAREE BASSE;;110,00\n04/05/2023;LOYER;-2300,00;',
    ],
    [
      'a title above, a total below',
      'Compte n° 123\nSolde au 12/05/2023;;4 512,00\n\nDate opération;Date valeur;Libellé;Débit euros;Crédit euros\n03/05/2023;03/05/2023;VIR MAREE BASSE;;110,00\n;;Total;0,00;110,00',
    ],
    [
      'one signed amount, tabs',
      'Date\tLibellé\tMontant\n03/05/23\tVIR MAREE BASSE\t+110,00 €\n04/05/23\tLOYER\t-2 300,00 €',
    ],
    ['quotes and commas', 'Date,Libellé,Montant(EUROS)\n2023-05-03,"VIR MAREE BASSE","110,00"\n'],
    ['a sense column', 'Date;Libellé;Montant;Sens\n03/05/2023;VIR MAREE BASSE;110,00;C\n04/05/2023;LOYER;2300,00;D'],
  ])('reads %s', (_, text) => {
    expect(creditsOf(text)).toEqual([['2023-05-03', 'VIR MAREE BASSE', 11_000]]);
  });

  it('brings back letters lost to the wrong encoding', () => {
    expect(creditsOf('Date;LibellÃ©;CrÃ©dit\n03/05/2023;VIR MARÃ‰E \u0096 cotisation;110')).toEqual([
      ['2023-05-03', 'VIR MARÉE – cotisation', 11_000],
    ]);
  });

  it.each([
    ['1 234,56', 123_456],
    ['1.234,56', 123_456],
    ['1\u202f234,5', 123_450],
    ['110', 11_000],
    ['+110.00', 11_000],
    ['(45,00)', -4500],
    ['−45,00', -4500],
    ['12,00-', -1200],
    ['abc', null],
  ])('reads the amount %s', (text, cents) => {
    expect(amountOf(text)).toBe(cents);
  });

  it('says what it could not read, and wants a header', () => {
    const reading = readStatement(statement('03/13/2023;VIR;;110,00', '04/05/2023;VIR;;cent'), '2023-05-12');
    expect(reading.ok && reading.statement.unread.map(({ why }) => why)).toEqual([
      'la date n’est pas lisible',
      'le montant n’est pas lisible',
    ]);
    expect(creditsOf('bonjour')).toContain('ligne de titres');
  });
});

describe('matchStatement()', () => {
  it('proposes the fee of who is named, with the reasons, and records it once she agrees', () => {
    const done = match(duesWorkbook(), statement('03/05/2023;VIR SEPA LABEL MAREE BASSE COTISATION 2023;;110,00'));
    const [question] = done.preview.questions;
    expect(question?.answer).toBe('pay:ADH-0001:COT-0001');
    const label = question?.choices.find(({ value }) => value === question.answer)?.label.replaceAll('\u00A0', ' ');
    expect(label).toBe('Label Marée Basse : cotisation 2023 (110 €) – nom reconnu, montant exact');
    expect(recordsIn(paymentTable, done.made)[0]).toMatchObject({
      date: '2023-05-03',
      amount: 11_000,
      method: 'bank_transfer',
      member: 'ADH-0001',
    });
    expect(recordsIn(membershipFeeTable, done.made)[0]).toMatchObject({ paid: true, paid_on: '2023-05-03' });
  });

  it('chooses nothing in advance where only the amount fits', () => {
    const done = match(duesWorkbook(), statement('03/05/2023;VIREMENT DE M. DUPONT;;110,00'));
    expect(done.preview.questions[0]).toMatchObject({ answer: 'none' });
    expect(done.preview.questions[0]?.choices).toHaveLength(6);
    expect(done.preview.state).toBe('nothing');
    const id = done.preview.questions[0]?.id ?? '';
    const chosen = match(duesWorkbook(), statement('03/05/2023;VIREMENT DE M. DUPONT;;110,00'), {
      [id]: 'pay:ADH-0004:COT-0004',
    });
    expect(recordsIn(allocationTable, chosen.made)).toMatchObject([{ settles: 'COT-0004', amount: 11_000 }]);
  });

  it('knows a reference, a cut name and a misspelt one', () => {
    const done = match(
      duesWorkbook(),
      statement(
        '03/05/2023;VIR REF COT 0005;;110,00',
        '04/05/2023;VIR POLYGONE VERT MANAGEM;;110,00',
        '05/05/2023;VIR TOURNESSOL BOOKING;;110,00',
      ),
    );
    expect(done.preview.questions.map(({ answer }) => answer)).toEqual([
      'pay:ADH-0005:COT-0005',
      'pay:ADH-0003:COT-0003',
      'pay:ADH-0002:COT-0002',
    ]);
  });

  it('leaves to her a line that says just what another one says', () => {
    const text = statement('03/05/2023;VIR COT-0001;;110,00', '03/05/2023;VIR COT-0001;;110,00');
    const fees = [fee(1), fee(2, { member: 'ADH-0001', organisation: 'Label Marée Basse', year: 2022 })];
    const once = match(duesWorkbook({ fees }), text);
    expect(once.preview.questions.map(({ answer }) => answer === 'none')).toEqual([false, true]);
    expect(match(once.made, text).preview.questions.map(({ answer }) => answer)).toEqual(['none']);
  });

  it('never records a line twice, however often the statement is pasted', () => {
    const text = statement('03/05/2023;VIR LABEL MAREE BASSE;;110,00', '03/05/2023;VIR LABEL MAREE BASSE;;110,00');
    const once = match(
      duesWorkbook({ fees: [fee(1), fee(2, { member: 'ADH-0001', organisation: 'Label Marée Basse', year: 2024 })] }),
      text,
    );
    const ids = once.preview.questions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    const answers = { [ids[0] ?? '']: 'pay:ADH-0001:COT-0001', [ids[1] ?? '']: 'pay:ADH-0001:COT-0002' };
    const both = match(
      duesWorkbook({ fees: [fee(1), fee(2, { member: 'ADH-0001', organisation: 'Label Marée Basse', year: 2024 })] }),
      text,
      answers,
    );
    expect(recordsIn(paymentTable, both.made)).toHaveLength(2);
    const again = match(both.made, `\n${text}\n04/05/2023;AUTRE;;12,00`, answers);
    expect(again.preview.state).toBe('nothing');
    expect(again.preview.summary.join(' ').replaceAll('\u00A0', ' ')).toContain('2 lignes déjà enregistrées');
  });

  it('recognises a payment that she recorded by hand, and does not add it again', () => {
    const made = run(recordPayment, [], {
      made: duesWorkbook(),
      input: { member: 'ADH-0001', amount: 11_000, date: '2023-05-01', method: 'bank_transfer' },
    }).made;
    const done = match(made, statement('03/05/2023;VIR LABEL MAREE BASSE;;110,00'));
    expect(done.preview.questions[0]?.answer).toBe('known:PAI-0001');
    expect(recordsIn(paymentTable, done.made)).toHaveLength(1);
    expect(recordsIn(paymentTable, done.made)[0]?.statement_line).toBe('VIR LABEL MAREE BASSE');
  });

  it('recognises a deposit of several cheques', () => {
    const cheque = (number: number, made: Workbook) =>
      run(recordPayment, [], {
        made,
        input: {
          member: `ADH-000${number}`,
          amount: 11_000,
          date: '2023-05-01',
          method: 'cheque',
          reference: `000${number}`,
          deposited_on: '2023-05-04',
        },
      }).made;
    const done = match(cheque(2, cheque(1, duesWorkbook())), statement('05/05/2023;REMISE CHEQUES;;220,00'));
    expect(done.preview.questions[0]?.answer).toBe('known:PAI-0001,PAI-0002');
  });

  it('does not settle one fee by two lines', () => {
    const text = statement('03/05/2023;VIR LABEL MAREE BASSE;;110,00', '04/05/2023;LABEL MAREE BASSE;;110,00');
    const ids = match(duesWorkbook(), text).preview.questions.map(({ id }) => id);
    const done = match(duesWorkbook(), text, Object.fromEntries(ids.map((id) => [id, 'pay:ADH-0001:COT-0001'])));
    expect(recordsIn(paymentTable, done.made)).toHaveLength(1);
    expect(done.preview.problems.map(({ kind }) => kind)).toContain('statement_conflict');
  });

  it.each([
    ['two parts that name the fee', ['VIR COT-0001;;60,00', 'VIR COT-0001 SOLDE;;50,00'], [true, true]],
    ['a part, and a rest that fits', ['VIR COT-0001;;60,00', 'VIR LABEL MAREE BASSE;;50,00'], [true, true]],
    ['a whole and one too many', ['VIR COT-0001;;110,00', 'VIR COT-0001 BIS;;110,00'], [true, false]],
  ])('has nothing to add when it is pasted again: %s', (_what, lines, chosen) => {
    const text = statement(...lines.map((line) => `03/05/2023;${line}`));
    const once = match(duesWorkbook(), text);
    expect(once.preview.questions.map(({ answer }) => answer !== 'none')).toEqual(
      chosen.slice(0, once.preview.questions.length),
    );
    expect(recordsIn(paymentTable, once.made)).toHaveLength(chosen.filter(Boolean).length);
    expect(match(once.made, text).preview.state).toBe('nothing');
  });

  it('takes part payments, and keeps what is too much when she chooses so', () => {
    const text = statement('03/05/2023;VIR LABEL MAREE BASSE;;50,00');
    const id = match(duesWorkbook(), text).preview.questions[0]?.id ?? '';
    const part = match(duesWorkbook(), text, { [id]: 'pay:ADH-0001:COT-0001' });
    expect(recordsIn(membershipFeeTable, part.made)[0]).toMatchObject({ paid: false, amount: 5000 });
  });

  it('stays itself whatever is pasted', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.constantFrom(...hostileTexts, HEAD, ';', '\n', '"', '\t', '03/05/2023', '110,00', 'Label Marée Basse'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const done = match(duesWorkbook(), `${HEAD}\n${pieces.join(';')}`);
        const shares = recordsIn(allocationTable, done.made);
        for (const { id, amount } of recordsIn(paymentTable, done.made)) {
          const used = shares
            .filter(({ payment }) => payment === id)
            .reduce((sum, share) => sum + (share.amount ?? 0), 0);
          expect(used).toBeLessThanOrEqual(amount ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
