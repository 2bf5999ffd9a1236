import type { ChecksView } from '../../../src/core/views/checks.ts';
import { checksView } from '../../../src/core/views/checks.ts';
import type { HomeView } from '../../../src/core/views/home.ts';
import { homeView } from '../../../src/core/views/home.ts';
import { duesView } from '../../../src/core/views/dues.ts';
import { membersView } from '../../../src/core/views/members.ts';
import type { MembersView } from '../../../src/core/views/members.ts';
import type { JournalView } from '../../../src/core/views/journal.ts';
import { journalView } from '../../../src/core/views/journal.ts';
import type { SpacesView } from '../../../src/core/views/spaces.ts';
import { spacesView } from '../../../src/core/views/spaces.ts';
import type { RecordView } from '../../../src/core/views/record.ts';
import { recordView } from '../../../src/core/views/record.ts';
import type { View } from '../../../src/core/view.ts';
import type { SourceTab } from '../../../src/core/reading/source.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { adopted, moment } from '../../support/adoption.ts';
import { sourceFromXlsx } from '../../support/source-from-xlsx.ts';
import { stateFrom } from '../../support/workbook-of.ts';

let sources: readonly SourceTab[];
let made: Workbook;

beforeAll(async () => {
  sources = await sourceFromXlsx('src/local/sample/mila-2023.xlsx');
  made = adopted(sources).made;
}, 60_000);

/** What a view shows of some tabs: only those it asks for. */
function shown(view: View, tabs: Workbook, input: unknown = {}): unknown {
  const reads = view.narrow?.(input) ?? view.reads;
  const asked = Object.fromEntries(Object.entries(tabs).filter(([title]) => reads.includes(title)));
  return JSON.parse(JSON.stringify(view.view(stateFrom([], asked), input, moment)));
}

describe('homeView', () => {
  it('proposes adoption alone in a workbook that is not adopted', () => {
    const home = shown(homeView, {}) as HomeView;
    expect(home).toMatchObject({ adopted: false, figures: [], checks: { total: 0 } });
    expect(home.steps.map(({ id, action }) => [id, action])).toEqual([['adopt', { do: 'dialog', dialog: 'adopt' }]]);
  });

  it('shows at most five things to do, each with its button, urgent ones first', () => {
    const home = shown(homeView, made) as HomeView;
    expect(home).toMatchObject({ adopted: true, association: 'MILA', year: 2023 });
    expect(home.steps.map(({ id }) => id)).toEqual(['stays', 'errors', 'budget', 'sessions', 'dues-late']);
    expect(home.steps.every(({ button }) => button !== '')).toBe(true);
    expect(home.checks.error).toBe(11);
  });

  it('counts the same members as the list, the directory and the call: 100, of which 12, 6, 14 and 68', () => {
    const home = shown(homeView, made) as HomeView;
    expect(home.figures[0]).toMatchObject({ noun: 'adhérents', count: 100 });
    const { cards } = shown(membersView, made) as MembersView;
    const counted = cards.filter((card) => card.counted);
    const kinds = ['hosted', 'coworking', 'shop_based', 'non_resident'] as const;
    expect(kinds.map((kind) => counted.filter(({ affiliation }) => affiliation === kind).length)).toEqual([
      12, 6, 14, 68,
    ]);
    expect(shown(duesView, made)).toMatchObject({ toCall: 100, counts: { all: 100 } });
  });

  it('no longer proposes a budget that is built', () => {
    const home = shown(homeView, { ...made, 'Budget prévisionnel': [['Budget']] }) as HomeView;
    expect(home.steps.map(({ id }) => id)).not.toContain('budget');
  });
});

describe('spacesView', () => {
  it('shows who is in each space and until when, by kind, with what the free ones cost', () => {
    const spaces = shown(spacesView, made) as SpacesView;
    expect(spaces.groups.map(({ title, items }) => [title, items.length])).toEqual([
      ['Bureaux', 10],
      ['Bureaux · Milab', 1],
      ['Studio', 1],
      ['Postes de coworking', 6],
      ['Boutiques', 14],
      ['Locaux loués par l’association', 2],
    ]);
    const line = (label: string) => {
      const item = spaces.groups.flatMap(({ items }) => items).find((one) => one.label === label);
      return item && [item.tone, item.who, item.stateText.replaceAll('\u00A0', ' ')];
    };
    expect(line('bureau 1')).toEqual(['taken', 'Label Marée Basse', 'jusqu’au 31/08/2024 (durée maximale)']);
    expect(line('bureau 3')).toEqual(['free', 'Libre', 'depuis le 15/04/2023, 385 € par mois']);
    expect(line('bureau 4')).toEqual([
      'soon',
      'Bahia Sons et asso Les Cordes Vives',
      'jusqu’au 30/09/2023, dans 141 jours (durée maximale)',
    ]);
    expect(line('bureau 6')).toEqual([
      'late',
      'Les Disques Grillés',
      'dépassé de 73 jours (durée maximale : 28/02/2023)',
    ]);
    expect(line('CW4')).toEqual(['free', 'En attente', '190 € par mois']);
    expect(line('BT1')).toEqual(['taken', 'Éditions du Palier', 'sans date de sortie']);
    expect(spaces.counts).toEqual({ taken: 23, free: 5, soon: 3, late: 1 });
    expect(spaces.vacancy?.replaceAll('\u00A0', ' ')).toBe(
      '5 espaces libres : 905 € de redevances en moins par mois, sans compter 2 espaces dont la redevance est inconnue.',
    );
    expect(spaces.card).toBeNull();
  });

  it('gives the card of one space, its occupants over time, and who may come in', () => {
    const { card } = shown(spacesView, made, { space: 'ESP-0004' }) as SpacesView;
    expect(card?.now.map(({ name, facts }) => [name, ...facts.map((fact) => fact.replaceAll('\u00A0', ' '))])).toEqual([
      ['Bahia Sons', '31 mois sur 36', 'part : 50 %'],
      ['asso Les Cordes Vives', '31 mois sur 36', 'part : 50 %'],
    ]);
    expect(card?.members.length).toBe(104);
    expect(card).toMatchObject({ tab: 'Espaces', cell: 'A5', past: [], coming: [] });
  });
});

describe('checksView', () => {
  it('lists the most serious points first, page by page', () => {
    const checks = shown(checksView, made, { limit: 12 }) as ChecksView;
    expect(checks.items).toHaveLength(12);
    expect(checks.items.slice(0, 11).every(({ severity }) => severity === 'error')).toBe(true);
    const next = shown(checksView, made, { limit: 12, offset: 12 }) as ChecksView;
    expect(next.items[0]?.id).not.toBe(checks.items[0]?.id);
    expect(next.total).toBe(checks.counts.total);
  });

  it('gives each point its record, source cell and proposition', () => {
    const checks = shown(checksView, made, { kind: 'phone_lost_zero' }) as ChecksView;
    expect(checks.items[0]).toMatchObject({
      kindLabel: 'Zéro perdu',
      severityLabel: 'à regarder',
      sourceCell: 'D11',
      field: 'Téléphone',
      state: 'open',
      record: { id: 'ADH-0007', tab: 'Adhérents' },
    });
    expect(checks.items[0]?.proposal).toContain('0639987001');
  });

  it('counts points by nature and by tab', () => {
    const { groups, tabs, counts } = shown(checksView, made) as ChecksView;
    const sum = (list: readonly { open: number }[]) => list.reduce((total, { open }) => total + open, 0);
    expect(sum(groups)).toBe(counts.total);
    expect(sum(tabs)).toBe(counts.total);
    expect(groups.every(({ label }) => label !== 'Autre point')).toBe(true);
  });

  it('shows all points when the filter is not one', () => {
    expect((shown(checksView, made, { state: 7 }) as ChecksView).total).toBe(115);
  });
});

describe('recordView', () => {
  it('tells the name of a record and where it stands, from its own tab alone', () => {
    const { record } = shown(recordView, made, { record: 'ADH-0007' }) as RecordView;
    expect(recordView.narrow?.({ record: 'ADH-0007' })).toEqual(['Adhérents']);
    expect(record).toEqual({ id: 'ADH-0007', tab: 'Adhérents', label: 'Bureau des Échos', cell: 'A8' });
  });

  it('has no cell for a record that she removed', () => {
    const { record } = shown(recordView, made, { record: 'ADH-9999' }) as RecordView;
    expect(record).toEqual({ id: 'ADH-9999', tab: 'Adhérents', label: null, cell: null });
  });

  it.each([{}, null, { record: 7 }, { record: 'Bonjour' }, { record: '__proto__-1' }])(
    'reads nothing for %j',
    (asked) => {
      expect(recordView.narrow?.(asked)).toEqual([]);
      expect(shown(recordView, made, asked)).toEqual({ record: null });
    },
  );
});

describe('journalView', () => {
  const journal = [
    ['N°', 'Date', 'Heure', 'Qui', 'Action', 'Ce qui a été fait', 'Annulation', 'Commande', 'Onglets touchés'],
    ['J-0001', 45058, 0.5, 'lina@example.com', 'Adopter', 'Fait.', 'annulée', 'adopt', 'Adhérents ; Budget'],
    ['J-0002', 45059, 0.5, 'lina@example.com', 'Adopter', 'Fait.', 'possible', 'adopt', 'Adhérents ; Budget'],
  ];

  it('lists the latest first, with what undo needs', () => {
    const view = shown(journalView, { Journal: journal }) as JournalView;
    expect(view.items.map(({ id, undo, undoInput }) => [id, undo, undoInput])).toEqual([
      ['J-0002', 'possible', { id: 'J-0002', tabs: ['Adhérents', 'Budget'] }],
      ['J-0001', 'done', null],
    ]);
    expect(view.items[0]).toMatchObject({ day: '13/05/2023', time: '12:00' });
  });

  it('is empty without a journal', () => {
    expect(shown(journalView, {}) as JournalView).toEqual({ items: [], offset: 0, total: 0 });
  });
});
