/** Dues on the real pages: called, paid, the mails of the campaign looked at, and why one does not leave. */
import { describePanel } from '../support/adopted-page.ts';
import { cells, openView } from '../support/workspace.ts';

jest.setTimeout(120_000);

describePanel('dues', 'adopted', ({ page, panel, complaints }) => {
  const accept = async (yes: string): Promise<void> => {
    await panel().getByRole('button', { name: yes, exact: true }).click();
    await panel().getByText('C’est fait, et noté').waitFor();
    await panel().getByRole('button', { name: 'Continuer' }).click();
  };

  test('are called, paid in part, reminded of, and explained', async () => {
    await openView(panel(), 'dues');
    await panel().getByRole('heading', { name: 'Cotisations 2023', exact: true }).waitFor();
    await panel().getByRole('button', { name: 'Appeler les cotisations' }).click();
    await panel()
      .getByText(/100\sadhérents, 13\s860\s€ en tout/u)
      .waitFor();
    await accept('Appeler les cotisations');

    const card = panel().locator('details.fee', { hasText: 'Tournesol Booking' });
    await card.locator('summary').click();
    await card.getByText(/tarif 2023\s:\s180/u).waitFor();
    await card.getByRole('button', { name: 'Enregistrer un paiement' }).click();
    await panel().getByLabel('Somme reçue (€)').fill('80');
    await panel().getByLabel('Date', { exact: true }).fill('2023-05-10');
    await panel().getByLabel('Moyen de paiement').selectOption({ label: 'chèque' });
    await panel().getByLabel('Numéro du chèque ou référence').fill('0001234');
    await panel().getByRole('button', { name: 'Voir ce qui va changer' }).click();
    await panel()
      .getByText(/reste 100\s€/u)
      .waitFor();
    await accept('Enregistrer ce paiement');
    const payments = await cells(page(), 'Paiements');
    expect(payments[1]?.slice(2, 5)).toEqual(['ADH-0003', 'Tournesol Booking', expect.stringMatching(/80/u)]);

    const messages = panel().locator('.card', { hasText: 'Messages 2023' });
    await messages.getByRole('button', { name: 'Voir les messages' }).click();
    await panel()
      .getByText(/Appel de cotisation 2023\s:\s\d+\smessages/u)
      .waitFor();
    expect(await panel().locator('.effects li').count()).toBeGreaterThan(10);
    expect(await panel().locator('.effects').textContent()).toContain('Cotisation 2023 – Tournesol Booking');
    await accept('Préparer ces messages');

    const paid = panel().locator('details.fee', { hasText: 'Tournesol Booking' });
    await paid.locator('summary').click();
    await paid.getByRole('button', { name: 'Pourquoi ?' }).click();
    await panel().getByRole('heading', { name: 'Appel de cotisation 2023 : Tournesol Booking' }).waitFor();
    await panel().getByText('Il reste 100 € sur 180 €.').first().waitFor();
    await panel()
      .getByText(/déjà dans «\sEnvois\s»/u)
      .first()
      .waitFor();
    expect(complaints()).toEqual([]);
  });
});
