import { describePanel } from '../support/adopted-page.ts';
import { type, waitForCell } from '../support/workspace.ts';

jest.setTimeout(120_000);

describePanel('spaces and stays', 'adopted', ({ page, panel, press }) => {
  const openSpace = async (name: RegExp) => {
    await press('Espaces');
    await panel().getByRole('button', { name }).click();
    await panel().locator('#space').waitFor();
  };

  test('a stay that is over is prolonged by a decision, with its reason', async () => {
    await openSpace(/^bureau 6/u);
    await panel().getByText('dépassé de 73 jours (durée maximale : 28/02/2023)').first().waitFor();
    await press('Prolonger');
    await panel().getByLabel('Nouvelle sortie prévue').fill('2024-02-28');
    await panel().getByLabel('Décidée le').fill('2023-05-02');
    await panel().getByLabel('Motif').fill('Travaux dans son futur local');
    await press('Voir ce qui va changer');
    await panel().getByText('« Les Disques Grillés » reste dans « bureau 6 » jusqu’au 28/02/2024.').waitFor();
    await press('Prolonger');
    await panel().getByText('C’est fait, et noté dans le journal.').waitFor();
    await press('Continuer');
    await panel().getByText('jusqu’au 28/02/2024', { exact: false }).first().waitFor();
  });

  test('an occupant too many is refused, and says who is there', async () => {
    await openSpace(/^bureau 1 /u);
    await press('Ajouter un occupant');
    await panel().getByLabel('Adhérent').fill('Tournesol Booking');
    await press('Voir ce qui va changer');
    await panel()
      .getByText('« bureau 1 » est pris par « Label Marée Basse » (jusqu’au 31/08/2024)', { exact: false })
      .waitFor();
    await press('Fermer');
  });

  test('a date that does not exist, typed in « Occupations », is said at once and kept', async () => {
    await type(page(), 'Occupations', 'H2', '31/02/2023');
    await page().getByText('ce n’est pas une date', { exact: false }).waitFor();
    await waitForCell(page(), 'Occupations', 'H2', '31/02/2023');
  });
});
