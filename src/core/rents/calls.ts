/** The mails of a month's rents: one per row that was not called yet, and why some rows have none. */
import { kindNames } from '../rooms/rooms.ts';
import { addressOf } from '../mails/recipient.ts';
import type { MailWish } from '../mails/wished.ts';
import { mailWish } from '../mails/wished.ts';
import type { Problem } from '../problem.ts';
import { plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import { euros, french, frenchDate } from '../french.ts';
import { groupBy } from '../group.ts';
import type { Register } from '../register.ts';
import { monthName, ofMonth } from '../rooms/month.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';
import type { RentCharge } from '../tables/rent-charge.ts';
import { settingValue } from '../tables/setting.ts';
import type { Space } from '../tables/space.ts';
import { rentCallMail, rentCorrectionMail } from './mails.ts';
import { isCorrection } from './roll.ts';

/** The mails by the row that they ask for. */
export interface RentCalls {
  readonly mails: ReadonlyMap<string, MailWish>;
  readonly problems: readonly Problem[];
}

/** How many days she leaves at least to pay what she asks for. */
const SHORTEST_NOTICE = 7;

/** The row as it is called: its due day is not yet past. */
export function calledRow(row: RentCharge, today: Day): RentCharge {
  const due = row.due_on !== null && row.due_on >= today ? row.due_on : plusDays(today, SHORTEST_NOTICE);
  return { ...row, called_on: today, due_on: due };
}

/** The mails of those rows, as they are called; a row whose occupant has no address has a problem instead. */
export function callsOf(rows: readonly RentCharge[], register: Register): RentCalls {
  const members = new Map(register.members.map((member) => [member.id, member] as const));
  const contacts = groupBy(register.contacts, ({ member }) => member);
  const spaces = new Map(register.spaces.map((space) => [space.id, space] as const));
  const association = settingValue(register.settings, 'association') ?? 'L’association';
  const mails = new Map<string, MailWish>();
  const problems: Problem[] = [];
  for (const row of rows) {
    const id = row.member ?? '';
    const to = addressOf(members.get(id), contacts.get(id) ?? []);
    if (to === null) problems.push(addressProblem(row));
    else mails.set(row.id, callOf(row, { to, association, space: spaceWords(row, spaces.get(row.space ?? '')) }));
  }
  return { mails, problems };
}

function callOf(
  row: RentCharge,
  { to, association, space }: { to: string; association: string; space: string },
): MailWish {
  const { id, amount, member } = row;
  const month = row.month?.slice(0, 7) ?? '';
  const isCorrected = isCorrection(row);
  return mailWish(
    isCorrected ? rentCorrectionMail : rentCallMail,
    {
      member: row.organisation ?? member ?? '',
      month: monthName(month),
      space,
      amount: isCorrected ? differenceWords(amount ?? 0) : euros(amount ?? 0),
      computation: row.computation ?? euros(amount ?? 0),
      due: frenchDate(row.due_on ?? month),
      number: id,
      association,
    },
    {
      key: `rent/${id}`,
      to,
      reason: french`Redevance ${ofMonth(month)} non appelée (${id}).`,
      records: [id, ...(member === null ? [] : [member])],
    },
  );
}

function differenceWords(amount: number): string {
  return `${euros(Math.abs(amount))} ${amount < 0 ? 'à déduire' : 'à ajouter'}`;
}

/** « bureau B1 », or « Studio » where the name says what it is. */
function spaceWords({ space_name: name, space: id }: RentCharge, space: Space | undefined): string {
  const kind = space?.kind;
  const noun = kind && kind !== 'premises' ? kindNames[kind][0] : '';
  const called = name ?? id ?? '';
  const isSaid = noun.split(' ').some((word) => word !== '' && called.toLowerCase().includes(word));
  return isSaid ? called : `${noun} ${called}`.trim();
}

function addressProblem({ id, organisation, member, amount }: RentCharge): Problem {
  const who = organisation ?? member ?? id;
  return {
    tab: rentChargeTable.tab,
    row: null,
    column: null,
    kind: 'no_address',
    raw: id,
    severity: 'warning',
    message: french`Onglet « Redevances », ${id} : ${who} n’a pas d’adresse e-mail valable, sa redevance de ${euros(amount ?? 0)} n’est pas appelée. Complétez sa fiche dans « Adhérents », ou écrivez la date dans « Appelée le » si vous l’avez appelée autrement.`,
  };
}
