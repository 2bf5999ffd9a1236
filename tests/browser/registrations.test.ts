import { filledLink } from '../../src/core/registrations/links.ts';
import { describePanel } from '../support/adopted-page.ts';

jest.setTimeout(180_000);

describePanel('registrations', 'adopted', ({ page, panel, press, finish }) => {
  const open = async (view: string) => {
    await panel().locator('#tab-more').click();
    await panel().locator(`#tab-${view}`).click();
  };
  const toSession = async () => {
    await panel().getByRole('button', { name: 'Relever les réponses' }).waitFor();
    await panel().locator('.space-line').first().click();
  };

  test('from the form that she makes to the seat, back by the link of a mail; someone added and taken off by hand', async () => {
    await open('registrations');
    await press('Créer le formulaire');
    await panel().getByRole('link', { name: 'Ouvrir le formulaire' }).waitFor();
    await page().locator('.places button[data-place="forms"]').click();
    const [form] = await Promise.all([
      page().context().waitForEvent('page'),
      page().getByRole('link', { name: 'Remplir ce formulaire' }).click(),
    ]);
    await form.getByText('Vos données').waitFor();
    const choice = form.getByRole('radio', { name: /^SEA-\d+ · / }).first();
    const session = /SEA-\d+/u.exec((await choice.getAttribute('value')) ?? '')?.[0] ?? '';
    await choice.check();
    await form.getByRole('radio', { name: 'Oui, je viens' }).check();
    await form.getByLabel('Prénom et nom').fill('Élodie Carpentier');
    await form.getByLabel('E-mail').fill('elodie@maree-basse.example');
    await form.getByRole('button', { name: 'Envoyer' }).click();
    await form.getByText('Votre réponse a été enregistrée.').waitFor();

    await page().locator('.places button[data-place="workbook"]').click();
    // The trigger of the form has taken it in already.
    await press('Relever les réponses');
    await panel().getByText('1 inscrit·e', { exact: true }).waitFor();
    await toSession();
    await panel().getByText('Élodie Carpentier').waitFor();
    await panel().getByText('Label Marée Basse · inscrit·e').waitFor();
    await panel().getByText('Pourquoi ?').click();
    await panel()
      .getByText(/A une place.*vendredi 12 mai 2023/)
      .waitFor();

    const filled = {
      session,
      wish: 'no',
      name: 'Élodie',
      email: 'elodie@maree-basse.example',
      organisation: null,
    } as const;
    await form.goto(filledLink(form.url().replace(/formResponse$/u, 'viewform'), filled));
    expect(await form.getByLabel('Code de la séance').inputValue()).toBe(session);
    await form.getByRole('button', { name: 'Envoyer' }).click();
    await form.getByText('Votre réponse a été enregistrée.').waitFor();
    await press('Toutes les inscriptions');
    await toSession();
    await panel().getByText('Sans place – 1 personne').waitFor();

    // Someone who telephones.
    await press('Inscrire une personne…');
    await panel().getByLabel('Prénom et nom').fill('Sacha Martin');
    await panel().getByLabel('Réseau partenaire').fill('MAP');
    await press('Voir ce qui va changer');
    await panel()
      .getByText(/Sacha Martin.*a une place/)
      .waitFor();
    await press('Inscrire');
    await finish();
    await panel().getByRole('button', { name: 'Retirer : Sacha Martin' }).click();
    await press('Voir ce qui va changer');
    await press('Retirer');
    await finish();
  });
});
