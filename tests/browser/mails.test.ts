/** A message lived in the workspace: written, read, sent, seen as received; and the clock sends what waits. */
import { describePanel } from '../support/adopted-page.ts';
import { type, waitForCell } from '../support/workspace.ts';

jest.setTimeout(180_000);

describePanel('mails', 'sample', ({ page, panel, shot }) => {
  test('a message is written, waits to be read, leaves, is seen as it is received; the clock sends what she sets to leave', async () => {
    await panel().getByText('Cette semaine').first().waitFor();
    await panel().locator('.tabs summary').click();
    await panel().locator('.tabs').getByText('Envois').click();
    await panel().getByText('Aucun message envoyé pour l’instant').waitFor();
    await shot('1-empty');
    await panel().getByRole('button', { name: 'Écrire un message' }).click();
    await panel().getByLabel('Destinataires').fill('anna@maree.example\nbob@maree.example');
    await panel().getByLabel('Objet').fill('Fermeture des bureaux');
    await panel().getByLabel('Message').fill('Bonjour,\n\nLes détails : https://mila.example/fermeture.');
    await shot('2-form');
    await panel().getByRole('button', { name: 'Voir avant d’envoyer' }).click();
    await panel().getByText('2 messages attendront votre relecture').waitFor();
    await shot('3-preview');
    await panel().getByRole('button', { name: 'Préparer' }).click();
    await panel().getByText('2 messages attendent votre relecture').waitFor();
    await shot('4-prepared');
    await panel().getByRole('button', { name: 'Continuer' }).click();
    await panel().getByRole('button', { name: 'Envoyer les 2 messages' }).waitFor();
    await panel().getByText('Le message', { exact: true }).first().click();
    await panel().getByText('Pourquoi ?').first().click();
    await shot('5-drafts');
    await panel().getByRole('button', { name: 'Envoyer', exact: true }).first().click();
    await panel().getByText('Ce message part tout de suite.').waitFor();
    await panel().getByRole('button', { name: 'Envoyer ce message' }).click();
    await panel().locator('#main').getByText('1 message envoyé.').waitFor();
    await shot('6-sent');
    await page().locator('.places button[data-place="outbox"]').click();
    await page().locator('#place-outbox summary').click();
    const mail = page().frameLocator('#place-outbox iframe');
    const link = mail.getByRole('link', { name: 'https://mila.example/fermeture' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('https://mila.example/fermeture');
    await shot('7-outbox');

    // What she sets « à envoyer » in the tab leaves when the clock next runs.
    await page().locator('.places button[data-place="workbook"]').click();
    await type(page(), 'Envois', 'B3', 'à envoyer');
    await page().getByRole('button', { name: 'Avancer le temps' }).click();
    await page().getByRole('button', { name: 'Demain' }).click();
    await waitForCell(page(), 'Envois', 'B3', 'envoyé');
    await page().locator('.places button[data-place="outbox"]').click();
    await page().locator('#place-outbox summary').nth(1).waitFor();
    expect(await page().locator('#place-outbox summary').first().textContent()).toContain('bob@maree.example');
    await shot('8-clock');
  });
});
