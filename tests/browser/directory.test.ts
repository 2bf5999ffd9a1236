import { readFileSync } from 'node:fs';
import { describePanel } from '../support/adopted-page.ts';
import { cells } from '../support/workspace.ts';

jest.setTimeout(120_000);

describePanel('the directory', 'adopted', ({ page, panel, press, finish }) => {
  const downloaded = async (name: string): Promise<{ readonly name: string; readonly text: string }> => {
    const [file] = await Promise.all([page().waitForEvent('download'), press(name)]);
    return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
  };

  test('names who agreed, and its files for the site are made in the page', async () => {
    await press('Adhérents');
    await panel().getByLabel('Chercher un adhérent').fill('tournesol');
    await panel().locator('.member-line').first().click();
    await panel().getByText('Autres actions').click();
    await press('Noter un consentement');
    await press('Voir ce qui va changer');
    await panel().getByText('Cochez au moins une case').waitFor();
    await panel().getByLabel('nom dans l’annuaire').check();
    await panel().getByLabel('coordonnées dans l’annuaire').check();
    await press('Voir ce qui va changer');
    await panel().locator('button.main').click();
    await finish();
    await panel().locator('#member-back').click();
    await press('Annuaire');
    await panel().getByText('1 structure sur 100 adhérents').waitFor();
    await press('Construire l’annuaire');
    await panel().getByText('est celui d’une personne').waitFor();
    await press('Construire l’annuaire');
    await finish();
    await panel().getByRole('button', { name: 'Reconstruire l’annuaire' }).waitFor();
    expect((await cells(page(), 'Annuaire')).slice(8)).toEqual([['Tourneurs'], ['Tournesol Booking', 'tourneur']]);
    expect(await downloaded('Télécharger l’annuaire (CSV)')).toEqual({
      name: 'annuaire-2023-05-12.csv',
      text: '\uFEFFStructure;Activités;Présentation;Personnes;E-mail;Téléphone;Site web\r\nTournesol Booking;tourneur;;;;;\r\n',
    });
    const { name, text } = await downloaded('Télécharger l’annuaire (JSON)');
    expect(name).toBe('annuaire-2023-05-12.json');
    expect(JSON.parse(text)).toMatchObject({ version: 1, members: [{ name: 'Tournesol Booking', email: null }] });
  });

  test('« Effectifs » counts on a day that she chooses', async () => {
    await press('Adhérents');
    await press('Effectifs');
    await panel().getByText('100 adhérents au 12/05/2023').waitFor();
    await press('Compter à une autre date');
    await panel().getByLabel('Compter les adhérents au').fill('2022-12-31');
    await press('Voir ce qui va changer');
    await panel().getByText('81 adhérents au 31/12/2022').waitFor();
    await press('Construire les effectifs');
    await finish();
    const total = (await cells(page(), 'Effectifs')).find(([label]) => label === 'Total') ?? [];
    expect(total.at(-1)).toBe('81');
  });
});
