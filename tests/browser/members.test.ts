import { describePanel } from '../support/adopted-page.ts';
import { cells, goTo } from '../support/workspace.ts';

jest.setTimeout(180_000);

describePanel('members', 'adopted', ({ page, panel, press, finish }) => {
  const card = (name: string) => panel().getByRole('heading', { name, exact: true }).waitFor();
  /** What a member's row holds in a column. */
  const inRow = async (id: string, header: string): Promise<string> => {
    const grid = await cells(page(), 'Adhérents');
    const row = grid.find(([first]) => first === id) ?? [];
    return row[(grid[0] ?? []).indexOf(header)] ?? '';
  };
  /** The pointer goes from the grid into the panel. */
  const comeBack = async () => {
    await page().locator('.o-sheet.active').hover();
    await panel().locator('footer').hover();
  };
  const find = async (text: string) => {
    await press('Cette semaine');
    await panel().getByRole('heading', { name: 'Cette semaine' }).waitFor();
    await press('Adhérents');
    const back = panel().locator('#member-back');
    await back.or(panel().getByLabel('Chercher un adhérent')).first().waitFor();
    if (await back.isVisible()) await back.click();
    await panel().getByLabel('Chercher un adhérent').fill(text);
  };

  test('a member is found despite a slip, edited, and the edit undone', async () => {
    await find('bureua echos');
    await panel().locator('.member-line').first().click();
    await card('Bureau des Échos');
    await press('Modifier');
    await panel().getByLabel('Téléphone', { exact: true }).fill('06 39');
    await press('Voir ce qui va changer');
    await panel().getByText('n’est pas un numéro de téléphone').waitFor();
    await press('Modifier');
    await panel().getByLabel('Téléphone', { exact: true }).fill('01 99 00 12 34');
    await press('Voir ce qui va changer');
    await panel().getByText('vide → 0199001234').waitFor();
    await press('Enregistrer');
    await panel().getByText('C’est fait, et noté').waitFor();
    expect(await inRow('ADH-0007', 'Téléphone')).toBe('0199001234');
    await press('Annuler');
    await press('Annuler cette action');
    await finish();
    expect(await inRow('ADH-0007', 'Téléphone')).toBe('');
    await card('Bureau des Échos');
  });

  test('the card follows the row that she selects, whatever its tab', async () => {
    await find('');
    await goTo(page(), 'Adhérents', 'B6');
    const id = (await cells(page(), 'Adhérents'))[5]?.[0] ?? '';
    await comeBack();
    await panel()
      .getByText(new RegExp(`^${id} ·`, 'u'))
      .waitFor();
    const contact = (await cells(page(), 'Contacts'))[11] ?? [];
    await goTo(page(), 'Contacts', 'B12');
    await comeBack();
    await panel()
      .getByText(new RegExp(`^${contact[2] ?? 'ADH'} ·`, 'u'))
      .waitFor();
  });

  test('a card leads to what the member owes, and to its stay', async () => {
    await find('tournesol booking');
    await panel().locator('.member-line').first().click();
    await card('Tournesol Booking');
    await panel().getByRole('button', { name: 'Sortie', exact: true }).first().waitFor();
    await press('Prolonger');
    await panel().getByLabel('Nouvelle sortie prévue').waitFor();
    await find('tournesol booking');
    await panel().locator('.member-line').first().click();
    await press('Voir ses cotisations');
    await panel().locator('.fee', { hasText: 'Tournesol' }).first().waitFor();
  });

  test('two records of one member become one', async () => {
    await find('');
    await panel().locator('.member-line', { hasText: 'doublon probable' }).first().click();
    const id = /ADH-\d+/u.exec((await panel().locator('.member').textContent()) ?? '')?.[0] ?? '';
    await panel().getByText('Autres actions').click();
    await press('Fusionner avec une autre fiche');
    await press('Voir ce qui va changer');
    await panel().getByText('elle n’est plus comptée').waitFor();
    await press('Fusionner');
    await finish();
    expect(await inRow(id, 'Fusionné dans')).toMatch(/^ADH-/u);
  });
});
