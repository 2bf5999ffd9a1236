import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describePanel } from '../support/adopted-page.ts';
import { cells, openView, tabs } from '../support/workspace.ts';

jest.setTimeout(180_000);

describePanel('personal data', 'adopted', ({ page, panel, press }) => {
  test('a person gets her file, then is erased everywhere, her own tabs too', async () => {
    const [id, name] = await personOf(page());
    await openView(panel(), 'personal-data');
    await panel().getByLabel('Chercher une personne').fill(name);
    await panel().locator('.member-line', { hasText: id }).click();
    await press('Préparer l’export');
    const [file] = await Promise.all([page().waitForEvent('download'), press('Télécharger la page à lire')]);
    expect(file.suggestedFilename()).toBe(`donnees-personnelles-${id}-2023-05-12.html`);
    expect(readFileSync(await file.path(), 'utf8')).toContain(`<h1>${name}</h1>`);

    await press('Effacer…');
    await panel().getByLabel('tapez son nom').fill(name);
    await press('Voir ce qui va changer');
    const questions = panel().locator('fieldset.question');
    await questions.first().waitFor();
    const own = panel().getByLabel('Les anonymiser aussi');
    for (let index = 0; index < (await own.count()); index += 1) {
      await own.nth(index).check();
      await panel().locator('.stale').waitFor({ state: 'detached' });
    }
    await panel().getByLabel('Oui, effacer pour toujours').check();
    await panel().locator('.stale').waitFor({ state: 'detached' });
    await press('Effacer pour toujours');
    await panel().getByText('C’est fait, et noté').waitFor();
    expect(await panel().getByRole('button', { name: 'Annuler', exact: true }).count()).toBe(0);
    const all = await Promise.all((await tabs(page())).map((tab) => cells(page(), tab, 'entered')));
    expect(JSON.stringify(all)).toContain(`Personne effacée ${id}`);
    expect(JSON.stringify(all)).not.toContain(name);
  });
});

/** The first person whose name has two words: number and name. */
async function personOf(page: Page): Promise<[string, string]> {
  const rows = await cells(page, 'Contacts');
  const row = rows.findIndex(([id, name]) => /^CON-/u.test(id ?? '') && /^\p{L}+ \p{L}+$/u.test(name ?? ''));
  return [rows[row]?.[0] ?? '', rows[row]?.[1] ?? ''];
}
