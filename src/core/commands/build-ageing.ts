/** Builds « Balance âgée »: what is owed, not yet due or late by 30, 60, 90 days and more. */
import * as z from 'zod';
import { plural } from '../adoption/labels.ts';
import { defineCommand, refuse, titleIn, wish } from '../command.ts';
import { frenchDay } from '../day.ts';
import { AGEING_SHEET, ageingSheet, daysLate } from '../dues/ageing-sheet.ts';
import { chargesOf } from '../dues/charges.ts';
import { unreadDues } from '../dues/unread.ts';
import { moneyProblems, moneyReads } from '../dues/ledger.ts';
import { outOfDues } from '../dues/out-of-dues.ts';
import { euros, french } from '../french.ts';
import { STAMP, stamped } from '../generated.ts';
import { readRegister } from '../register.ts';
import { associationSetting, settingText } from '../settings.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';

/** « Faire la balance âgée ». */
export const buildAgeing = defineCommand({
  name: 'build-ageing',
  label: 'Faire la balance âgée',
  purpose: 'Montre tout ce qui est dû, par ancienneté du retard.',
  input: z.object({}),
  reads: () => [...moneyReads, AGEING_SHEET],
  changes: () => [AGEING_SHEET],
  decide: (state, _input, { today }) => {
    const register = readRegister(state);
    const problems = moneyProblems(register.problems);
    if (problems.length > 0)
      return refuse('Un onglet est abîmé : la balance serait fausse. Réparez-le d’abord.', { problems });
    if (register.fees.length + register.rentCharges.length === 0)
      return refuse('Rien n’est encore dû : appelez d’abord les cotisations.');
    const merged = new Set(
      register.members.filter((member) => outOfDues(member, today)?.kind === 'merged').map(({ id }) => id),
    );
    const unknown = new Set(
      register.fees.filter(({ paid, amount }) => paid === null && amount === null).map(({ id }) => id),
    );
    const settled = new Set(register.allocations.map(({ settles }) => settles));
    const unread = unreadDues(state, register);
    const doubts = [...unread.fees, ...unread.rents];
    const isRead = (id: string) => !unread.fees.has(id) && !unread.rents.has(id);
    const open = chargesOf(register, today).filter(
      ({ id, member, open: left }) =>
        left !== 0 && isRead(id) && !merged.has(member ?? '') && (!unknown.has(id) || settled.has(id)),
    );
    const toDeduct = open.filter(({ open: left }) => left < 0);
    const doubtful = [...unknown].filter((id) => !settled.has(id)).length;
    const stamp = french`${STAMP}${frenchDay(today)} à partir de l’onglet « ${titleIn(state, membershipFeeTable.tab)} ».`;
    const title = `Balance âgée ${settingText(register.settings, associationSetting)}`.trim();
    const sheet = stamped(state.workbook[AGEING_SHEET], stamp, (at) => ageingSheet(open, { title, stamp: at, today }));
    const late = open.filter((charge) => daysLate(charge, today) > 0);
    const total = (charges: typeof open) => charges.reduce((sum, charge) => sum + charge.open, 0);
    return wish({
      tabs: { [AGEING_SHEET]: sheet.grid },
      dress: { [AGEING_SHEET]: sheet.dress },
      summary: [
        french`${euros(total(open))} sont dus, dont ${euros(total(late))} en retard (${plural(late.length, 'ligne')}).`,
        ...(toDeduct.length === 0
          ? []
          : [
              french`Ce total tient compte de ${euros(-total(toDeduct))} de corrections, à déduire des prochains paiements.`,
            ]),
        ...(doubts.length === 0
          ? []
          : [
              french`${plural(doubts.length, 'ligne')} qui ne se lit pas ${doubts.length < 2 ? 'ne compte' : 'ne comptent'} pas : voyez ci-dessous.`,
            ]),
        ...(doubtful === 0
          ? []
          : [
              french`${plural(doubtful, 'cotisation')} dont « Payée » est vide ne ${doubtful < 2 ? 'compte' : 'comptent'} pas : notez oui ou non dans « Cotisations ».`,
            ]),
      ],
      problems: doubts.map(([, problem]) => problem),
      details: { open: total(open), late: total(late) },
    });
  },
});
