/** The newcomer's first minute on the real pages, with the bundle that is shipped. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import {
  answered,
  cell,
  cells,
  clickMenu,
  dialog,
  goTo,
  openPage,
  openView,
  type RunningWorkspace,
  sidebar,
  startWorkspace,
  tabs,
  type,
  waitForCell,
} from '../support/workspace.ts';

jest.setTimeout(120_000);

const MADE = ['Adhérents', 'Contacts', 'Cotisations', 'Espaces', 'Occupations', 'Programmes', 'Séances'];
const KEPT = ['Journal', 'Régie · annulations'];

describeInBrowser('the newcomer', (launch) => {
  let browser: Browser;
  let workspace: RunningWorkspace;
  let page: Page;
  let complaints: readonly string[];
  let panel: FrameLocator;
  let wizard: FrameLocator;

  beforeAll(async () => {
    [browser, workspace] = await Promise.all([launch(), startWorkspace()]);
  });
  beforeEach(async () => {
    ({ page, complaints } = await openPage(browser, workspace.url));
    panel = sidebar(page);
    wizard = dialog(page);
    await clickMenu(page, 'Régie', 'Ouvrir Régie');
  });
  afterEach(async () => {
    await page.context().close();
  });
  afterAll(async () => {
    await workspace.stop();
    await browser.close();
  });

  const openWizard = async (): Promise<void> => {
    await panel.getByRole('button', { name: 'Adopter ce classeur' }).click();
    await wizard.getByRole('heading', { name: 'Ce que Régie a reconnu' }).waitFor();
  };
  const goOn = (heading: string): Promise<void> =>
    wizard
      .getByRole('button', { name: 'Continuer' })
      .click()
      .then(() => wizard.getByRole('heading', { name: heading }).waitFor());
  const adopt = async (): Promise<void> => {
    await wizard.getByRole('button', { name: 'Adopter', exact: true }).click();
    await wizard.getByRole('heading', { name: 'Votre classeur est adopté' }).waitFor();
  };
  const finish = async (): Promise<void> => {
    await wizard.getByRole('button', { name: 'Terminer' }).click();
    await page.locator('dialog.addon').waitFor({ state: 'detached' });
    await panel.getByRole('heading', { name: 'Cette semaine' }).waitFor();
  };
  /** The text of a column below its header, or beside a label: what a person would read there. */
  const under = async (tab: string, header: string, row: number): Promise<string> => {
    const grid = await cells(page, tab);
    const at = (grid[0] ?? []).indexOf(header);
    return grid[row - 1]?.[at] ?? '';
  };
  const beside = async (tab: string, label: string): Promise<string> => {
    const row = (await cells(page, tab)).find((texts) => texts.some((text) => text.trim() === label)) ?? [];
    return row[row.findIndex((text) => text.trim() === label) + 1] ?? '';
  };
  const undoFromJournal = async (label: string): Promise<void> => {
    await openView(panel, 'journal');
    await panel
      .getByRole('button', { name: `Annuler « ${label} »` })
      .first()
      .click();
    await panel.getByRole('heading', { name: `Annuler « ${label} »` }).waitFor();
    await panel.locator('.preview').waitFor();
  };
  const accept = async (): Promise<void> => {
    await panel.getByRole('button', { name: 'Annuler cette action' }).click();
    await panel.getByText('C’est fait, et noté').waitFor();
    await panel.getByRole('button', { name: 'Continuer' }).click();
  };

  test('adopts, builds the budget, settles a point and undoes it all', async () => {
    const titles = (await tabs(page)).filter((tab) => !KEPT.includes(tab));
    const originals = async (): Promise<unknown> => Promise.all(titles.map((tab) => cells(page, tab, 'entered')));
    const before = await originals();

    await openWizard();
    await goOn('Ce que devient chaque colonne');
    const activity = wizard.getByLabel('La colonne F devient');
    await activity.selectOption({ label: 'Colonne à vous' });
    await answered(wizard);
    expect(await activity.inputValue()).toBe('custom');
    await activity.selectOption({ label: 'Activité' });
    await answered(wizard);
    expect(await activity.inputValue()).toBe('activity');
    await goOn('Ce que vous seule savez');
    const yellow = wizard.getByRole('group', { name: /ADHERENTS 2023.*« jaune »/u });
    await yellow.getByRole('combobox').selectOption('à relancer');
    await answered(wizard);
    const twins = wizard.getByRole('group', { name: /LABEL MAREE BASSE/u });
    await twins.getByLabel('C’est la même : garder la fiche de la ligne 5').check();
    await answered(wizard);
    await goOn('Avant d’accepter');
    const sums = wizard.getByRole('table', { name: 'Cellules comptées par onglet' });
    expect(await sums.getByText('Exact').count()).toBe(7);
    expect(await sums.getByText('Écart').count()).toBe(0);
    expect(await wizard.locator('.changes li', { hasText: 'Adhérents' }).textContent()).toMatch(/104\slignes/u);
    await adopt();
    await finish();

    expect(await tabs(page)).toEqual(expect.arrayContaining([...titles, ...MADE, ...KEPT]));
    expect(await page.locator('.o-sheet.active').textContent()).toBe('Adhérents');
    expect((await cell(page, 'Adhérents', 'A105'))?.shown).toBe('ADH-0104');
    expect((await cell(page, 'Adhérents', 'A106'))?.shown).toBe('');
    expect(await under('Adhérents', 'Fusionné dans', 3)).toBe('ADH-0001');
    expect(await under('Adhérents', 'Repère', 4)).toBe('à relancer');
    expect(await originals()).toEqual(before);

    await panel.getByRole('button', { name: 'Construire', exact: true }).click();
    await panel.getByText('173 451 € de charges, 173 451 € de produits : le budget est équilibré.').waitFor();
    await panel.getByRole('button', { name: 'Construire', exact: true }).click();
    await panel.getByText('C’est fait, et noté').waitFor();
    expect(await beside('Budget prévisionnel', 'TOTAL DES CHARGES')).toMatch(/^173\s451\s€$/u);
    expect(await beside('Budget prévisionnel', 'TOTAL DES PRODUITS')).toMatch(/^173\s451\s€$/u);
    await panel.getByRole('button', { name: 'Voir l’onglet « Autofinancement »' }).click();
    await page.locator('.o-sheet.active', { hasText: 'Autofinancement' }).waitFor();
    await page.locator('.o-figure canvas').waitFor();
    expect(await beside('Autofinancement', 'Taux d’autofinancement')).toMatch(/^59,5\s%$/u);
    expect((await cell(page, 'Autofinancement', 'B5'))?.shown).toMatch(/^Définition retenue\s: Ressources propres/u);
    await panel.getByRole('button', { name: 'Continuer' }).click();

    expect(await under('Budget', 'Montant', 3)).toMatch(/^8\s400,00\s€$/u);
    await type(page, 'Budget', 'G3', '9400');
    expect(await beside('Budget prévisionnel', 'TOTAL DES CHARGES')).toMatch(/^174\s451\s€$/u);

    await openView(panel, 'checks');
    const card = panel.locator('#check');
    const id = (await card.locator('.check-head .quiet').textContent()) ?? '';
    const row = (await cells(page, 'À vérifier')).findIndex(([first]) => first === id) + 1;
    await card.getByRole('button', { name: 'Ignorer' }).click();
    await panel.locator('#note').getByText('Point ignoré.').waitFor();
    await waitForCell(page, 'À vérifier', `B${row}`, 'ignoré');
    await panel.locator('#note').getByRole('button', { name: 'Annuler' }).click();
    await accept();
    await waitForCell(page, 'À vérifier', `B${row}`, 'à voir');

    await undoFromJournal('Construire le budget');
    await accept();
    expect(await tabs(page)).not.toContain('Autofinancement');
    await undoFromJournal('Adopter ce classeur');
    await panel.getByLabel('Tout annuler').check();
    await accept();
    expect(await tabs(page)).toEqual([...titles, ...KEPT]);
    expect(await originals()).toEqual(before);

    await panel.getByRole('button', { name: 'Cette semaine', exact: true }).click();
    await openWizard();
    await wizard.getByRole('button', { name: 'Aperçu et accord' }).click();
    await adopt();
    // All is undone and nothing refers to its numbers: they are free again.
    expect((await cell(page, 'Adhérents', 'A105'))?.shown).toBe('ADH-0104');
    await wizard.getByRole('button', { name: 'Annuler l’adoption' }).click();
    await wizard.getByRole('button', { name: 'Annuler cette action' }).click();
    await wizard.getByText('C’est fait, et noté').waitFor();
    expect(await tabs(page)).toEqual([...titles, ...KEPT]);
    expect(complaints).toEqual([]);
  });

  test('goes through the wizard with the keyboard alone, told by name, role and live region', async () => {
    const main = panel.getByRole('button', { name: 'Adopter ce classeur' });
    await main.focus();
    await page.keyboard.press('Enter');
    const heading = wizard.getByRole('heading', { name: 'Ce que Régie a reconnu' });
    await heading.waitFor();
    await page.getByRole('dialog', { name: 'Adopter ce classeur' }).waitFor();
    const focused = wizard.locator(':focus');
    expect(await focused.textContent()).toBe('Ce que Régie a reconnu');
    await wizard.getByRole('table', { name: 'Vos onglets' }).waitFor();
    await wizard.getByRole('status').getByText('Aperçu à jour. Rien n’est encore fait.').waitFor({ state: 'attached' });
    expect(await wizard.getByRole('navigation', { name: 'Étapes' }).locator('[aria-current=step]').textContent()).toBe(
      '1Onglets',
    );

    await page.keyboard.press('Tab');
    expect(await focused.getAttribute('aria-label')).toMatch(/^« ADHERENTS 2023 » est$/u);
    await page.keyboard.press('ArrowDown');
    await answered(wizard);
    expect(await focused.getAttribute('aria-label')).toMatch(/^« ADHERENTS 2023 » est$/u);
    await page.keyboard.press('ArrowUp');
    await answered(wizard);
    await page.keyboard.press('Shift+Tab');
    expect(await focused.textContent()).toBe('4Aperçu et accord');
    await page.keyboard.press('Enter');
    expect(await focused.textContent()).toBe('Avant d’accepter');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    expect(await focused.textContent()).toBe('Ce que vous seule savez');

    await page.keyboard.press('Escape');
    const question = wizard.getByRole('dialog', { name: /Vos choix ne sont pas encore appliqués/u });
    await question.waitFor();
    expect(await focused.textContent()).toBe('Continuer ici');
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.locator('dialog.addon').waitFor({ state: 'detached' });
    expect(await tabs(page)).not.toContain('Adhérents');
    expect(await panel.getByRole('navigation', { name: 'Rubriques de Régie' }).getByRole('button').count()).toBe(3);
    await goTo(page, 'Locaux', 'A1');
    expect(complaints).toEqual([]);
  });
});
