/** What the panels « Séances » and « Programmes » show. */
import { programmesView } from '../../../src/core/views/programmes.ts';
import type { ProgrammesView } from '../../../src/core/views/programmes.ts';
import { sessionsView } from '../../../src/core/views/sessions.ts';
import type { SessionsView } from '../../../src/core/views/sessions.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { calendarOf, club } from '../../support/sessions.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const moment = { today: '2023-05-12', time: '10:00' };
const sessions = (workbook: Workbook, input: unknown = {}) =>
  sessionsView.view(stateFrom([], workbook), input, moment) as SessionsView;
const programmes = (workbook: Workbook, input: unknown = {}) =>
  programmesView.view(stateFrom([], workbook), input, moment) as ProgrammesView;

const workbook = calendarOf({
  programmes: [club, { code: 'AUDIT', name: 'Audits', family: 'individual_support', target_min: 10, target_max: 15 }],
  sessions: [
    {
      title: 'Club SACEM',
      programme: 'CLUB',
      other_programmes: ['AUDIT'],
      date: '2023-06-05',
      start_time: '18:00',
      status: 'planned',
      capacity: 2,
    },
    { title: 'Club IA', programme: 'CLUB', date: '2023-04-03', status: 'held', attended: 23 },
    { title: 'Oubliée', date: '2023-05-02', status: 'planned' },
    {
      title: 'Club MILA',
      programme: 'CLUB',
      date: '2023-09',
      status: 'proposed',
      reason: 'jour à choisir',
      variant: 'atelier',
    },
    { title: 'Écartée', date: '2023-08-07', status: 'cancelled', reason: 'pause' },
  ],
  people: [
    { session: 'SEA-0001', first_name: 'Bob', status: 'waiting', why: 'complet', answered_at: null },
    { session: 'SEA-0001', first_name: 'Anna', last_name: 'Marée', organisation: 'Label Marée', status: 'registered' },
    { session: 'SEA-0001', organisation: 'Palier', status: 'registered' },
  ],
});

test('sessions come under the heading that says what to do with them, by date', () => {
  expect(sessions(workbook).items.map(({ title, group, people, note }) => [title, group, people, note])).toEqual(
    [
      ['Club IA', 'held', '23\u00A0présents', null],
      ['Oubliée', 'to_complete', null, null],
      ['Club SACEM', 'coming', '2 inscrits sur 2, complet, 1 en attente', null],
      ['Écartée', 'cancelled', null, 'pause'],
      ['Club MILA (atelier)', 'proposed', null, 'choisissez d’abord un jour'],
    ].map((row) => row.map((text) => (text === null ? null : text.replace('23\u00A0', '23 ')))),
  );
});

test('the card of a session has its facts and its people, those with a seat first', () => {
  const { card } = sessions(workbook, { session: 'SEA-0001' });
  expect(card?.people.map(({ name, organisation, statusText }) => [name, organisation, statusText])).toEqual([
    ['Anna Marée', 'Label Marée', 'inscrit·e'],
    ['Palier', null, 'inscrit·e'],
    ['Bob', null, 'en attente'],
  ]);
  expect(card?.item.when).toBe('lundi 5 juin 2023, 18\u00A0h');
  expect(card?.item.programme).toBe('Club MILA, Audits');
  expect(card?.facts).toContainEqual(['Où', 'à préciser']);
  expect(sessions(workbook, { session: 'SEA-0099' }).card).toBeNull();
  expect(sessions({}).items).toEqual([]);
});

test('programmes come by family, with their rhythm and forecast in words', () => {
  expect(programmes(workbook).families).toEqual([
    {
      title: 'Accompagnement individuel',
      items: [{ id: 'PRG-0002', code: 'AUDIT', name: 'Audits', rhythm: null, forecast: '10 à 15 structures' }],
    },
    {
      title: 'Autres',
      items: [
        {
          id: 'PRG-0001',
          code: 'CLUB',
          name: 'Club MILA',
          rhythm: 'chaque mois, 1er lundi, 18\u00A0h – 20\u00A0h',
          forecast: null,
        },
      ],
    },
  ]);
  expect(programmes(workbook, { programme: 'PRG-0001' }).card?.mode).toBe('séances collectives');
  expect(programmes(workbook).toComplete).toBe(1);
  expect(programmes({}).toComplete).toBe(1);
});
