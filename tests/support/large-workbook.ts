/** A messy workbook of any size, as a large incubator would keep it; the same for the same sizes. */
import type { Cell, Grid, Workbook } from '../../src/core/workbook.ts';

const affiliations = ['hébergé', 'Coworking', 'boutique', 'bénéf.', 'Beneficiaire'];
const activities = ['label', 'label / édition', 'tourneur', 'manager', 'production', 'studio'];
const paid = ['oui', 'x', 'non', '250€ chq', 'OK virt 110', null];
const programmes = [
  'Club MILA : mécénat',
  'Consult experts - compta',
  'diag structuration',
  'Déj’s roulettes',
  'Crescendo atelier',
];

/** Members, sessions and a budget: a title, a header, sections, blanks and totals among the rows. */
export function largeWorkbook(members: number, sessions: number): Workbook {
  return {
    'ADHERENTS 2025': memberTab(members),
    'Ateliers 2025': sessionTab(sessions, members),
    'BP 2025': [
      ['BUDGET PREVISIONNEL 2025'],
      ['CHARGES', null, 'PRODUITS', null],
      ['60 - Achats', 18_210, '70 - Ventes', 87_720],
      ['61 Services ext.', 69_510, '74 Subventions', null],
      [null, null, 'Ville DAE', 20_000],
      ['TOTAL', 87_720, 'TOTAL', 107_720],
    ],
  };
}

function memberTab(count: number): Grid {
  const rows: Cell[][] = [
    [`LISTE DES ADHÉRENTS - saison 2025`],
    [],
    [
      'Structure',
      'Nom contact',
      'Mail',
      'Tél',
      'Statut',
      'Activité',
      'Date adh.',
      'Cotis payée ?',
      'Remarques',
      'Insta',
    ],
  ];
  for (let index = 0; index < count; index += 1) {
    if (index % 500 === 0) rows.push([], ['HÉBERGÉS PÔLE']);
    const name = nameOf(index);
    rows.push([
      name,
      `Camille Martin${index}`,
      `contact@${name.toLowerCase().replaceAll(' ', '-')}.example`,
      `0639 98 ${String(index % 10_000).padStart(4, '0')}`,
      affiliations[index % affiliations.length] ?? null,
      activities[index % activities.length] ?? null,
      `${String(1 + (index % 28)).padStart(2, '0')}/${String(1 + (index % 12)).padStart(2, '0')}/2024`,
      paid[index % paid.length] ?? null,
      index % 7 === 0 ? 'relancer!!' : null,
      index % 3 === 0 ? `@structure${index}` : null,
    ]);
  }
  rows.push(['TOTAL GENERAL', String(count)]);
  return rows;
}

function sessionTab(count: number, members: number): Grid {
  const rows: Cell[][] = [
    ['SUIVI ACCOMPAGNEMENT 2025'],
    ['Date', 'Quoi', 'Intervenant.e', 'Horaire', 'Durée', 'Inscrits', 'Présents', 'Dont F', 'Structures'],
  ];
  for (let index = 0; index < count; index += 1) {
    rows.push([
      `${String(1 + (index % 28)).padStart(2, '0')}/${String(1 + (index % 12)).padStart(2, '0')}/2025`,
      programmes[index % programmes.length] ?? null,
      'Me Z',
      '18h-20h',
      '2h',
      20 + (index % 10),
      15 + (index % 10),
      index % 9,
      [0, 1, 2].map((step) => nameOf((index * 3 + step) % Math.max(1, members))).join(', '),
    ]);
  }
  return rows;
}

function nameOf(index: number): string {
  const first = ['Label', 'Éditions', 'Studio', 'Booking', 'Collectif'][index % 5] ?? '';
  const second = ['Marée', 'Tournesol', 'Palier', 'Boussole', 'Velours', 'Kiosque', 'Canopée'][index % 7] ?? '';
  return `${first} ${second} ${index}`;
}
