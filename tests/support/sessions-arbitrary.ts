/** A calendar around 12 May 2023: sessions held, near, proposed; people who came, are expected or wait. */
import fc from 'fast-check';
import type { Workbook } from '../../src/core/workbook.ts';
import { programmeTable } from '../../src/core/tables/programme.ts';
import { registrationTable } from '../../src/core/tables/registration.ts';
import { sessionTable } from '../../src/core/tables/session.ts';
import { calendarOf, club } from './sessions.ts';

const dates = ['2023-05-13', '2023-05-16', '2023-05-19', '2023-06-05', '2023-05-02', '2023-04-03', '2023-09'];
const session = fc.record({
  date: fc.constantFrom(...dates),
  status: fc.constantFrom('planned', 'planned', 'held', 'held', 'proposed', 'cancelled'),
  variant: fc.constantFrom(null, 'rencontre', 'atelier'),
  attended: fc.constantFrom(null, 3),
  replay_link: fc.constantFrom(null, 'https://video.example/club'),
});
const person = fc.record({
  session: fc.constantFrom('SEA-0001', 'SEA-0002', 'SEA-0003'),
  status: fc.constantFrom('present', 'present', 'registered', 'registered', 'absent', 'waiting'),
  email: fc.constantFrom('anna@maree.example', 'bob@maree.example', 'chloe@x.example', null),
  last_name: fc.constantFrom('Marée', 'Roux', '=1+1'),
  organisation: fc.constantFrom('Label Marée', 'Palier', null),
  network: fc.constantFrom(null, 'MAP'),
});

/** « Programmes », « Séances » and « Inscriptions » of an office that keeps them. */
export const keptCalendar: fc.Arbitrary<Workbook> = fc
  .tuple(
    fc.array(session, { minLength: 1, maxLength: 3 }),
    fc.array(person, { minLength: 1, maxLength: 6 }),
    fc.constantFrom(null, 'CNM'),
  )
  .map(([sessions, people, funder]) => {
    const workbook = calendarOf({
      programmes: [{ ...club, funder, alternate: true, variants: ['rencontre', 'atelier'] }],
      sessions: sessions.map((one, index) => ({ ...one, title: `Club ${String(index)}`, programme: 'CLUB' })),
      people,
    });
    const kept = [programmeTable.tab, sessionTable.tab, registrationTable.tab];
    return Object.fromEntries(kept.map((tab) => [tab, workbook[tab] ?? []]));
  });
