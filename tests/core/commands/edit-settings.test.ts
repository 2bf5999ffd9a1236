import { editSettings } from '../../../src/core/commands/edit-settings.ts';
import { settingTable } from '../../../src/core/tables/setting.ts';
import type { SettingsView } from '../../../src/core/views/settings.ts';
import { settingsView } from '../../../src/core/views/settings.ts';
import { moment, recordsIn, run } from '../../support/adoption.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const edit = (values: readonly { key: string; value: string }[], made = {}) =>
  run(editSettings, [], { made, input: { values } });
const valueIn = ({ made }: ReturnType<typeof edit>, key: string) =>
  recordsIn(settingTable, made).find((one) => one.key === key)?.value;

describe('editSettings()', () => {
  it('writes a value in its one form, and says what it was', () => {
    const done = edit([
      { key: 'fee_due_day', value: '1/4' },
      { key: 'fee:2024:hosted', value: '195 €' },
    ]);
    expect(valueIn(done, 'fee_due_day')).toBe('01/04');
    expect(valueIn(done, 'fee:2024:hosted')).toBe('195');
    expect(done.preview.summary.map((one) => one.replaceAll('\u00A0', ' '))).toEqual([
      'Cotisations à payer avant le (jour/mois) : 31/03 (d’origine) → 01/04.',
      'Cotisation 2024 : membre hébergé : vide → 195 €.',
    ]);
  });

  it('changes nothing when the value is the same', () => {
    const done = edit([{ key: 'fee_due_day', value: '1/4' }]);
    expect(edit([{ key: 'fee_due_day', value: '01/04' }], done.made).preview.state).toBe('nothing');
  });

  it('brings the value of origin back when she empties it', () => {
    const done = edit([{ key: 'fee_due_day', value: '1/4' }]);
    expect(valueIn(edit([{ key: 'fee_due_day', value: ' ' }], done.made), 'fee_due_day')).toBeNull();
  });

  it.each([
    ['fee_due_day', '30/02', 'un jour et un mois'],
    ['fee_grace_days', 'un mois', 'un nombre entier'],
    ['fee_part_year_month', '13', 'un mois de 1 à 12'],
    ['fee_part_year_percent', '150', 'de 0 à 100'],
    ['fee:2024:hosted', 'gratuit', 'un montant'],
    ['fee:2024:hosted', '-5', 'un montant'],
    ['self_financing_definition', 'D9', 'choisissez parmi'],
    ['inconnu', '1', 'n’existe pas'],
  ])('refuses %s = « %s », and says what is wanted', (key, value, why) => {
    const { preview } = edit([
      { key, value },
      { key: 'association', value: 'MILA' },
    ]);
    expect(preview.state).toBe('refused');
    expect(preview.refusal).toContain(why);
  });
});

describe('settingsView', () => {
  it('lists every setting by group, and the fees of a year with where they come from', () => {
    const { made } = edit([
      { key: 'fee:2023:hosted', value: '190' },
      { key: 'year', value: '2023' },
    ]);
    const view = settingsView.view(stateFrom([], made), { year: 2024 }, moment) as SettingsView;
    expect(view.groups.map(({ group }) => group)).toContain('Cotisations');
    expect(view.fees.items.map(({ value, from }) => [value, from])).toEqual([
      ['190', 'repris de 2023'],
      ['120', 'tarif d’origine'],
      ['250', 'tarif d’origine'],
      ['110', 'tarif d’origine'],
    ]);
    expect(view.fees.years).toEqual([2022, 2023, 2024]);
  });
});
