/** Dues on the real pages: called, paid, the mails of the campaign looked at, and why one does not leave. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import {
  cells,
  clickMenu,
  dialog,
  openPage,
  openView,
  type RunningWorkspace,
  sidebar,
  startWorkspace,
} from '../support/workspace.ts';

jest.setTimeout(120_000);

describeInBrowser('dues', (launch) => {
  let browser: Browser;
  let workspace: RunningWorkspace;
  let page: Page;
  let complaints: readonly string[];
  let panel: FrameLocator;

  beforeAll(async () => {
    [browser, workspace] = await Promise.all([launch(), startWorkspace()]);
    ({ page, complaints } = await openPage(browser, workspace.url));
    panel = sidebar(page);
    await clickMenu(page, 'Régie', 'Ouvrir Régie');
    await panel.getByRole('button', { name: 'Adopter ce classeur' }).click();
    const wizard = dialog(page);
    await wizard.getByRole('heading', { name: 'Ce que Régie a reconnu' }).waitFor();
    for (const heading of ['Ce que devient chaque colonne', 'Ce que vous seule savez', 'Avant d’accepter']) {
      await wizard.getByRole('button', { name: 'Continuer' }).click();
      await wizard.getByRole('heading', { name: heading }).waitFor();
    }
    await wizard.getByRole('button', { name: 'Adopter', exact: true }).click();
    await wizard.getByRole('heading', { name: 'Votre classeur est adopté' }).waitFor();
    await wizard.getByRole('button', { name: 'Terminer' }).click();
    await panel.getByRole('heading', { name: 'Cette semaine' }).waitFor();
  });
  afterAll(async () => {
    await workspace.stop();
    await browser.close();
  });

  const accept = async (yes: string): Promise<void> => {
    await panel.getByRole('button', { name: yes, exact: true }).click();
    await panel.getByText('C’est fait, et noté').waitFor();
    await panel.getByRole('button', { name: 'Continuer' }).click();
  };

  test('are called, paid in part, reminded of, and explained', async () => {
    await openView(panel, 'dues');
    await panel.getByRole('heading', { name: 'Cotisations 2023', exact: true }).waitFor();
    await panel.getByRole('button', { name: 'Appeler les cotisations' }).click();
    await panel.getByText(/100\sadhérents, 13\s860\s€ en tout/u).waitFor();
    await accept('Appeler les cotisations');

    const card = panel.locator('details.fee', { hasText: 'Tournesol Booking' });
    await card.locator('summary').click();
    await card.getByText(/tarif 2023\s:\s180/u).waitFor();
    await card.getByRole('button', { name: 'Enregistrer un paiement' }).click();
    await panel.getByLabel('Somme reçue (€)').fill('80');
    await panel.getByLabel('Date', { exact: true }).fill('2023-05-10');
    await panel.getByLabel('Moyen de paiement').selectOption({ label: 'chèque' });
    await panel.getByLabel('Numéro du chèque ou référence').fill('0001234');
    await panel.getByRole('button', { name: 'Voir ce qui va changer' }).click();
    await panel.getByText(/reste 100\s€/u).waitFor();
    await accept('Enregistrer ce paiement');
    const payments = await cells(page, 'Paiements');
    expect(payments[1]?.slice(2, 5)).toEqual(['ADH-0003', 'Tournesol Booking', expect.stringMatching(/80/u)]);

    const messages = panel.locator('.card', { hasText: 'Messages 2023' });
    await messages.getByRole('button', { name: 'Voir les messages' }).click();
    await panel.getByText(/Appel de cotisation 2023\s:\s\d+\smessages/u).waitFor();
    expect(await panel.locator('.effects li').count()).toBeGreaterThan(10);
    expect(await panel.locator('.effects').textContent()).toContain('Cotisation 2023 – Tournesol Booking');
    await accept('Préparer ces messages');

    const paid = panel.locator('details.fee', { hasText: 'Tournesol Booking' });
    await paid.locator('summary').click();
    await paid.getByRole('button', { name: 'Pourquoi ?' }).click();
    await panel.getByRole('heading', { name: 'Appel de cotisation 2023 : Tournesol Booking' }).waitFor();
    await panel.getByText('Il reste 100 € sur 180 €.').first().waitFor();
    await panel
      .getByText(/déjà dans «\sEnvois\s»/u)
      .first()
      .waitFor();
    expect(complaints).toEqual([]);
  });
});
