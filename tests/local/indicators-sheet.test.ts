/** « Indicateurs » as the spreadsheet calculates it. */
import { buildIndicators } from '../../src/core/commands/build-indicators.ts';
import { INDICATORS_SHEET } from '../../src/core/sessions/indicators-sheet.ts';
import { apply } from '../../src/core/shell.ts';
import { calendarOf, club } from '../support/sessions.ts';
import { localHost } from '../support/local-host.ts';

const held = { status: 'held' as const, duration: 120 };
const present = (session: string, fields: object) => ({ session, status: 'present' as const, ...fields });
const workbook = calendarOf({
  programmes: [
    { ...club, sessions_min: null, sessions_max: 12, target_min: 10, target_max: 15, funder: 'CNM' },
    { code: 'MAMA', name: 'MaMA' },
    { code: 'NEWS', name: 'Lettre', mode: 'service', sessions_max: 12 },
    { code: 'CODEV', name: 'Co-développement', sessions_max: 2, target_min: 8 },
  ],
  members: [{ organisation: 'SARL Label Marée' }, { organisation: 'Palier' }],
  sessions: [
    { ...held, programme: 'CLUB', date: '2023-01-09', registered: 20, attended: 15, women: 9 },
    { ...held, programme: 'CLUB', other_programmes: ['MAMA'], date: '2023-03', attended: 5, organisations: ['Palier'] },
    { programme: 'CLUB', date: '2023-06-05', status: 'planned', registered: 3 },
    { programme: 'CLUB', date: '2023-07-03', status: 'proposed' },
    { ...held, programme: 'CLUB', date: '2022-12-05', attended: 40 },
  ],
  people: [
    present('SEA-0001', { organisation: 'Label Marée' }),
    present('SEA-0001', { organisation: 'Palier', member: 'ADH-0002' }),
    present('SEA-0001', { last_name: 'Invitée', organisation: 'Ailleurs', network: 'MAP' }),
    { session: 'SEA-0001', status: 'absent' as const, organisation: 'Absente' },
  ],
});

function figures(input: object = {}) {
  const host = localHost(workbook);
  const run = {
    command: buildIndicators,
    input: { year: 2023, ...input },
    moment: { today: '2023-05-12', time: '10:00' },
    known: null,
  };
  expect(host.run(apply(run, null, 'moi')).outcome).toBe('applied');
  const shown = host.snapshot().tabs.find(({ title }) => title === INDICATORS_SHEET)?.shown ?? [];
  const [, , , header = []] = shown;
  return Object.fromEntries(
    shown
      .slice(4, 8)
      .map((row) => [row[0], Object.fromEntries(header.map((name, place) => [name, row[place] ?? null]))] as const),
  );
}

test('by programme and in total, a session of two programmes once; rates on what is known only', () => {
  const all = figures();
  expect(all['Club MILA']).toMatchObject({
    'Séances prévues (max.)': 12,
    'Séances tenues': 2,
    'Séances à venir': 1,
    'Projection de l’année': 3,
    'Écart à la prévision': -9,
    'Structures prévues (min.)': 10,
    'Structures accompagnées': 3,
    Passages: 20,
    Heures: 4,
    'Heures-personnes': 40,
    'Taux de présence': 0.75,
    Femmes: 9,
    Hommes: 6,
    'Genre non précisé': 5,
    'Réseaux partenaires': 1,
  });
  expect(all['MaMA']).toMatchObject({ 'Séances tenues': 1, Passages: 5, 'Structures accompagnées': 1 });
  expect(all['Co-développement']).toMatchObject({
    'Séances tenues': 0,
    'Écart à la prévision': -2,
    'Taux de présence': 0,
  });
  expect(all['Total, chaque séance une fois']).toMatchObject({
    'Séances tenues': 2,
    Passages: 20,
    'Structures accompagnées': 3,
    'Heures-personnes': 40,
  });
});

test('for one funder: only the programmes that it pays', () => {
  const own = figures({ funder: 'CNM' });
  expect(Object.keys(own).slice(0, 2)).toEqual(['Club MILA', 'Total, chaque séance une fois']);
});
