import type { Browser, Page } from 'playwright-core';
import { openAdopted } from '../support/adopted-page.ts';
import { describeInBrowser } from '../support/browser.ts';
import { clickMenu, openPage, type RunningWorkspace, sidebar, startWorkspace } from '../support/workspace.ts';

jest.setTimeout(120_000);

describeInBrowser('the calendar of sessions', (launch) => {
  let browser: Browser;
  let workspace: RunningWorkspace;
  let page: Page;

  beforeAll(async () => {
    [browser, workspace] = await Promise.all([launch(), startWorkspace()]);
    ({ page } = await openPage(browser, workspace.url));
    await openAdopted(page);
    await clickMenu(page, 'Régie', 'Ouvrir Régie');
  });
  afterAll(async () => {
    await workspace.stop();
    await browser.close();
  });

  const panel = () => sidebar(page);
  const press = (name: string | RegExp) =>
    panel()
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  const says = (text: string) => panel().getByText(text, { exact: false }).first().waitFor();
  const carryOut = async (yes: string) => {
    await press(yes);
    await says('C’est fait, et noté dans le journal.');
    await press('Continuer');
  };

  test('from programmes completed to dates proposed, confirmed, and one moved', async () => {
    await panel().getByText('Plus', { exact: true }).click();
    await press('Programmes');
    await press('Compléter les programmes');
    await says('Ce que vous avez écrit reste');
    await carryOut('Compléter');
    await says('chaque mois, 1er lundi');

    await press('Séances');
    await press('Proposer le calendrier d’une année…');
    await panel().getByLabel('Programme').selectOption({ label: 'Club MILA' });
    await panel().getByLabel('Année').selectOption('2024');
    await press('Voir ce qui va changer');
    await says('08/04 (lundi 01/04/2024 férié (lundi de Pâques))');
    await carryOut('Proposer ces dates');
    await press(/^Confirmer \d+\sdates/u);
    await says('Personne n’est prévenu');
    await carryOut('Confirmer');
    await press(/^Club MILA lundi 8 avril 2024/u);
    await press('Changer la date…');
    await panel().getByLabel('Jour').fill('2024-04-15');
    await press('Voir ce qui va changer');
    await says('lundi 8 avril 2024, 18 h – 20 h → lundi 15 avril 2024');
    await carryOut('Changer la date');
    await says('lundi 15 avril 2024');
  });

  test('who came to a lunch is typed back: names of people who had not registered', async () => {
    await press('Toutes les séances');
    await press(/^Déj's Roulettes jeudi 4 mai 2023/u);
    await press('Noter les présences…');
    await panel().getByLabel('Venus sans inscription').fill('Anna Petit, Label Marée Basse\nBob Roux');
    await press('Voir ce qui va changer');
    await says('2 présents, la séance est notée comme tenue');
    await carryOut('Enregistrer');
    await says('Anna Petit');
    await says('Label Marée Basse · présent·e');
  });
});
