import { changeTable } from '../../../src/core/records.ts';
import { blank } from '../../../src/core/stays/desk.ts';
import { checkTable } from '../../../src/core/tables/check.ts';
import { staysPart } from '../../../src/core/week/stays.ts';
import { registerOf } from '../../support/stays.ts';
import type { Parts } from '../../support/stays.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const house = { spaces: [{}, {}], members: [{ organisation: 'Label Marée Basse', charter_signed_on: '2023-01-24' }] };
const stay = { space: 'ESP-0001', organisation: 'Label Marée Basse', member: 'ADH-0001', start: '2022-09-01' };

const steps = (parts: Parts) =>
  staysPart
    .steps(stateFrom([], registerOf({ ...house, ...parts })), { today: '2023-05-12', time: '10:00' })
    .filter(({ id }) => id !== 'check-register')
    .map(({ id, urgency, title, text, action }) => [id, urgency, plain(`${title} – ${text}`), action]);

describe('what stays ask of her this week', () => {
  it('nothing while all is in order, but a check of the register when she likes', () => {
    expect(steps({ stays: [stay] })).toEqual([]);
  });

  it('nothing at all without members and spaces', () => {
    expect(staysPart.steps(stateFrom([], {}), { today: '2023-05-12', time: '10:00' })).toEqual([]);
  });

  it('the departure of whoever is over the maximum, first of all, with its space', () => {
    expect(steps({ stays: [{ ...stay, start: '2020-05-01' }] })).toEqual([
      [
        'stays',
        -12,
        'Un séjour est dépassé – « Label Marée Basse » (bureau 1) est au-delà de la durée permise depuis 12 jours : organisez le départ, ou une décision du CA.',
        { do: 'view', view: 'spaces', input: { space: 'ESP-0001' } },
      ],
    ]);
  });

  it('the charter of whoever counts as a member: not of probable duplicates, of the excluded, nor of those to come', () => {
    const members = [
      { organisation: 'Label Marée Basse', start: '2023' },
      { organisation: 'LABEL MAREE BASSE', start: '2023' },
      { organisation: 'Exclu', imposed_status: 'excluded' as const },
      { organisation: 'À venir', start: '2023-09-01' },
    ];
    const duplicate = { id: 'VER-0001', kind: 'duplicate_row', record: 'ADH-0002' };
    const workbook = {
      ...registerOf({ ...house, members }),
      [checkTable.tab]: changeTable(checkTable, undefined, {
        put: [{ ...blank(checkTable, 'VER-0001'), ...duplicate }],
      }),
    };
    const asked = staysPart.steps(stateFrom([], workbook), { today: '2023-05-12', time: '10:00' });
    expect(asked.find(({ id }) => id === 'charter')?.text).toContain('1\u00A0adhérent sans date');
  });

  it('the ends to come within six months, by the nearest one, else those of the year', () => {
    const ends = [
      { ...stay, planned_end: '2023-06-30' },
      { ...stay, space: 'ESP-0002', organisation: 'Sirocco', member: null, planned_end: '2023-10-31' },
    ];
    expect(steps({ stays: ends })).toEqual([
      [
        'stays-ending',
        49,
        '2 séjours finissent dans les six mois – « Label Marée Basse » et « Sirocco ». Le premier : le 30/06/2023.',
        { do: 'view', view: 'spaces', input: { shown: 'ending' } },
      ],
    ]);
    expect(steps({ stays: [{ ...stay, planned_end: '2024-05-01' }] })[0]?.slice(0, 2)).toEqual(['stays-ending', 60]);
  });

  it('expired insurances, deposits to return, the charter to sign', () => {
    const stays = [
      { ...stay, insurance_until: '2023-04-30' },
      { ...stay, space: 'ESP-0002', start: '2022-01-01', end: '2023-03-31', deposit: 77_000 },
    ];
    const members = [
      { organisation: 'Label Marée Basse', start: '2022' },
      { organisation: 'Parti', left_on: '2022-12-31' },
    ];
    const asked = steps({ stays, members });
    expect(asked.map(([id, , words]) => [id, words])).toEqual([
      ['insurance', '1 assurance expirée – « Label Marée Basse » : demandez la nouvelle attestation et notez sa date.'],
      [
        'deposits',
        '1 caution à rendre – « Label Marée Basse » : le départ est noté, la caution n’est pas encore rendue.',
      ],
      ['charter', 'Faire signer la charte – 1 adhérent sans date de signature notée.'],
    ]);
    expect(asked[2]?.[3]).toMatchObject({ do: 'goTo', tab: 'Adhérents' });
  });
});
