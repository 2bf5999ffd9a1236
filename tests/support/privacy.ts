/** A small register around one organisation and its people, with traces of them everywhere Régie keeps some. */
import { erasePerson } from '../../src/core/commands/erase-person.ts';
import { journalTable, UNDO_HEADER, UNDO_TAB } from '../../src/core/journal.ts';
import { outboxTable } from '../../src/core/outbox.ts';
import { changeTable } from '../../src/core/records.ts';
import { afterPlan } from '../../src/core/plan.ts';
import { decide } from '../../src/core/preview.ts';
import type { RecordOf, Table } from '../../src/core/table.ts';
import { affiliationPeriodTable } from '../../src/core/tables/affiliation-period.ts';
import { checkTable } from '../../src/core/tables/check.ts';
import { consentTable } from '../../src/core/tables/consent.ts';
import { contactTable } from '../../src/core/tables/contact.ts';
import { memberTable } from '../../src/core/tables/member.ts';
import { membershipFeeTable } from '../../src/core/tables/membership-fee.ts';
import { occupancyTable } from '../../src/core/tables/occupancy.ts';
import { originTable } from '../../src/core/tables/origin.ts';
import { paymentTable } from '../../src/core/tables/payment.ts';
import { receiptTable } from '../../src/core/tables/receipt.ts';
import { registrationTable } from '../../src/core/tables/registration.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { blank } from './blank.ts';
import { stateFrom } from './workbook-of.ts';

export const TODAY = '2023-05-12';

/** A tab with those records. */
export function tabOf<T extends Table>(table: T, rows: readonly Partial<RecordOf<T>>[]): Workbook {
  return { [table.tab]: changeTable(table, undefined, { put: rows.map((row) => blank(table, row)) }) };
}

/** « Label Marée Basse », gone in 2022, with Anna Lemoine; « Tournesol Booking », with Bob Martin, is still there. */
export const register: Workbook = {
  ...tabOf(memberTable, [
    {
      id: 'ADH-0001',
      organisation: 'Label Marée Basse',
      affiliation: 'hosted',
      email: 'anna@maree.example',
      phone: '0199001234',
      siret: '99900001100018',
      address: '12 rue des Quais, 75019 Paris',
      start: '2019-03-01',
      left_on: '2022-12-31',
      former_names: ['Marée Haute'],
      notes: 'Anna préfère le téléphone',
    },
    {
      id: 'ADH-0002',
      organisation: 'Tournesol Booking',
      affiliation: 'coworking',
      email: 'contact@tournesol.example',
      start: '2020-01-01',
    },
  ]),
  ...tabOf(contactTable, [
    {
      id: 'CON-0001',
      name: 'Anna Lemoine',
      member: 'ADH-0001',
      organisation: 'Label Marée Basse',
      role: 'Fondatrice',
      email: 'anna@maree.example',
      phone: '0699001234',
    },
    {
      id: 'CON-0002',
      name: 'Bob Martin',
      member: 'ADH-0002',
      organisation: 'Tournesol Booking',
      email: 'contact@tournesol.example',
      notes: 'Remplace Anna Lemoine au CA',
    },
  ]),
  ...tabOf(membershipFeeTable, [
    {
      id: 'COT-0001',
      member: 'ADH-0001',
      organisation: 'Label Marée Basse',
      year: 2022,
      amount_due: 11_000,
      paid: true,
    },
    { id: 'COT-0002', member: 'ADH-0002', organisation: 'Tournesol Booking', year: 2022, amount_due: 11_000 },
  ]),
  ...tabOf(paymentTable, [
    {
      id: 'PAI-0001',
      member: 'ADH-0001',
      organisation: 'Label Marée Basse',
      date: '2022-04-02',
      amount: 11_000,
      method: 'bank_transfer',
      statement_line: 'VIR LABEL MAREE BASSE COTIS',
    },
  ]),
  ...tabOf(receiptTable, [
    {
      id: 'REC-0001',
      number: '2022-0001',
      issued_on: '2022-04-05',
      member: 'ADH-0001',
      organisation: 'Label Marée Basse',
      year: 2022,
      amount: 11_000,
    },
    {
      id: 'REC-0002',
      number: '2010-0001',
      issued_on: '2010-04-05',
      member: 'ADH-0001',
      organisation: 'Marée Haute',
      year: 2010,
      amount: 9000,
    },
  ]),
  ...tabOf(occupancyTable, [
    {
      id: 'OCC-0001',
      space: 'ESP-0001',
      member: 'ADH-0001',
      organisation: 'Label Marée Basse',
      person: 'Anna Lemoine',
      start: '2019-03-01',
      end: '2022-12-31',
    },
  ]),
  ...tabOf(registrationTable, [
    {
      id: 'INS-0001',
      session: 'SEA-0001',
      last_name: 'Lemoine',
      first_name: 'Anna',
      member: 'ADH-0001',
      organisation: 'Label Marée Basse',
      status: 'present',
    },
    {
      id: 'INS-0002',
      session: 'SEA-0001',
      last_name: 'Petit',
      first_name: 'Zoé',
      member: 'ADH-0001',
      organisation: 'Label Marée Basse',
      status: 'present',
    },
    {
      id: 'INS-0003',
      session: 'SEA-0002',
      last_name: 'PETIT',
      first_name: 'Zoé',
      member: 'ADH-0001',
      organisation: 'Label Marée Basse',
      status: 'absent',
    },
  ]),
  ...tabOf(affiliationPeriodTable, [
    {
      id: 'PAR-0001',
      member: 'ADH-0001',
      organisation: 'Label Marée Basse',
      affiliation: 'hosted',
      start: '2019-03-01',
    },
  ]),
  ...tabOf(consentTable, [
    {
      id: 'CST-0001',
      member: 'ADH-0001',
      contact: 'CON-0001',
      subject: 'photos',
      given: true,
      date: '2021-05-01',
      wording: 'Anna Lemoine accepte les photos',
    },
  ]),
  ...tabOf(checkTable, [
    {
      id: 'VER-0001',
      state: 'open',
      record: 'ADH-0001',
      raw: 'anna@maree',
      what: 'Adresse de « Label Marée Basse » incomplète',
      cure: 'Corrigez-la',
    },
  ]),
  ...tabOf(outboxTable, [
    {
      id: 'ENV-0001',
      status: 'sent',
      to: 'anna@maree.example',
      subject: 'Cotisation de Label Marée Basse',
      body: 'Bonjour Anna, …',
      records: ['ADH-0001'],
    },
    {
      id: 'ENV-0002',
      status: 'waiting',
      to: 'Anna@maree.example',
      subject: 'Rappel',
      body: 'Bonjour Anna',
      records: ['ADH-0001'],
    },
    { id: 'ENV-0003', status: 'sent', to: 'contact@tournesol.example', subject: 'Bonjour', body: 'Bonjour Bob' },
  ]),
  ...tabOf(journalTable, [
    {
      id: 'J-0001',
      day: '2022-01-03',
      who: 'coordination@mila.example',
      action: 'Modifier un adhérent',
      summary: '« Label Marée Basse » : e-mail : vide → anna@maree.example.',
      undo: 'possible',
      command: 'edit-member',
      tabs: ['Adhérents'],
    },
    {
      id: 'J-0002',
      day: '2022-01-04',
      who: 'coordination@mila.example',
      action: 'Modifier un adhérent',
      summary: '« Tournesol Booking » : téléphone.',
      undo: 'possible',
      command: 'edit-member',
      tabs: ['Adhérents'],
    },
  ]),
  [UNDO_TAB]: [
    [...UNDO_HEADER],
    ['J-0001', 1, entry('ADH-0001', null, 'anna@maree.exa')],
    ['J-0002', 1, entry('ADH-0002', '0199005678', '0199005679')],
  ],
  ...tabOf(originTable, [
    {
      id: 'ORI-0001',
      record: 'ADH-0001',
      unit: 'ADH-0001',
      source_tab: 'Adhérents 2022',
      source_row: 3,
      key: 'label maree basse',
      prints: 'organisation:abc email:def start:ghi',
      raw: JSON.stringify({ Structure: 'Label Marée Basse', Mail: 'anna@maree.example', Statut: 'hébergé' }),
    },
  ]),
  'Adhérents 2022': [
    ['Liste des adhérents'],
    ['Structure', 'Mail', 'Tél', 'Né le', 'Statut'],
    ['LABEL MAREE BASSE', 'anna@maree.example', 199_001_234, 30_000, 'hébergé'],
    ['Tournesol Booking', 'contact@tournesol.example', null, null, 'coworking'],
  ],
  Idées: [['Demander à Anna Lemoine et Bob Martin'], ['Rien à voir']],
};

function entry(key: string, from: string | null, to: string): string {
  const cell = { key, row: 1, header: 'E-mail', column: 5, from, to };
  return JSON.stringify({ tabs: [{ tab: 'Adhérents', existence: 'kept', cells: [cell], height: 3, rows: {} }] });
}

/** Erasing as she asks it; the workbook afterwards. */
export function erased(workbook: Workbook, input: Readonly<Record<string, unknown>>, today = TODAY) {
  const state = stateFrom([], workbook);
  const decision = decide(erasePerson, state, { input, moment: { today, time: '10:00' } });
  return { ...decision, after: afterPlan(state.workbook, decision.plan) };
}
