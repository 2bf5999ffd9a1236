/** What the rents ask of her: a month to prepare, rows to call. */
import { plural } from '../adoption/labels.ts';
import { euros, french } from '../french.ts';
import { readRegister } from '../register.ts';
import { duesOf } from '../rents/dues.ts';
import { monthOf, ofMonth, spanOf } from '../rooms/month.ts';
import { roomsOf } from '../rooms/rooms.ts';
import { stayTabs } from '../stays/desk.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';
import { later } from './step.ts';
import type { Step, WeekPart } from './step.ts';

/** This month's rents: to prepare, then to call; later months ask for nothing yet. */
export const rentsPart: WeekPart = {
  reads: [...stayTabs, rentChargeTable.tab],
  steps: (state, { today }) => {
    const month = monthOf(today);
    const register = readRegister(state);
    const rows = register.rentCharges.filter((row) => row.month?.slice(0, 7) === month);
    if (rows.length === 0) return prepareStep(roomsOf(register, today), month);
    const waiting = rows.filter(({ called_on: on, amount }) => on === null && (amount ?? 0) !== 0);
    if (waiting.length === 0) return [];
    return [
      {
        id: 'rents',
        urgency: later.soon,
        title: french`${plural(waiting.length, 'redevance')} ${ofMonth(month)} à appeler`,
        text: 'Un message par occupant, avec son calcul\u00A0; vous les relisez avant qu’ils partent.',
        tone: 'normal',
        button: 'Voir les redevances',
        action: { do: 'view', view: 'rents', input: { month } },
      },
    ];
  },
};

function prepareStep(rooms: ReturnType<typeof roomsOf>, month: string): Step[] {
  const total = duesOf(rooms, [spanOf(month)]).dues.reduce((sum, { amount }) => sum + amount, 0);
  if (total === 0) return [];
  return [
    {
      id: 'rents',
      urgency: later.soon,
      title: french`Préparer les redevances ${ofMonth(month)}`,
      text: french`${euros(total)} d’après les séjours en cours.`,
      tone: 'normal',
      button: 'Préparer',
      action: { do: 'view', view: 'rents', input: { month } },
    },
  ];
}
