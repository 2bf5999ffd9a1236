/** A session lived through the calendar: invited, answered by a guest, moved by hand, and settled. */
import type { Page } from 'playwright-core';
import { describePanel } from '../support/adopted-page.ts';
import { openView } from '../support/workspace.ts';

jest.setTimeout(180_000);

/** Carries out a command as the sidebar does, without its pages. */
async function act(page: Page, command: string, input: object): Promise<void> {
  const outcome = await page.evaluate(
    async ([name, given]) => {
      const rpc = async (method: string, request: object): Promise<Record<string, unknown>> => {
        const body = { functionName: 'rpc', args: [method, JSON.stringify(request)], selection: null };
        const response = await fetch('/api/run', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        });
        const { value } = (await response.json()) as { value: string };
        return (JSON.parse(value) as { answer: Record<string, unknown> }).answer;
      };
      const { preview, moment } = await rpc('show', { command: name, input: given, known: null });
      const { digest } = preview as { digest: string };
      const applied = await rpc('apply', { command: name, input: given, moment, digest, known: null });
      return applied['outcome'] as string;
    },
    [command, input] as const,
  );
  expect([command, outcome]).toEqual([command, 'applied']);
}

describePanel('the calendar', 'adopted', ({ page, panel, press, finish, shot }) => {
  const place = (name: string) => page().locator(`.places button[data-place="${name}"]`).click();
  const event = () => page().locator('#place-agenda .event', { hasText: 'Club des labels' });

  // One story: what comes later needs what came before, and tests run in any order.
  test('sessions go in it and their people are invited; a guest answers, it is moved by hand, and she chooses', async () => {
    const session = {
      title: 'Club des labels',
      date: '2023-06-05',
      start_time: '18:30',
      end_time: '20:30',
      place: 'Salle',
    };
    await act(page(), 'add-session', { ...session, programme: null });
    const id = await page().evaluate(() => {
      const grid = (window as unknown as { regie: { rows: (tab: string, part: string) => string[][] } }).regie;
      return grid.rows('Séances', 'entered').find((row) => row.includes('Club des labels'))?.[0] ?? '';
    });
    for (const name of ['Anna', 'Bob'])
      await act(page(), 'add-registration', {
        session: id,
        name,
        email: `${name.toLowerCase()}@maree.example`,
        network: 'MAP',
        force: true,
        tell: false,
      });
    await openView(panel(), 'calendar');
    await panel().getByText('Régie peut tenir un agenda Google').waitFor();
    await shot('agenda-1-vide');
    await press('Créer l’agenda');
    await panel().getByText('sera créé dans votre compte Google').waitFor();
    await shot('agenda-2-apercu');
    await press('Créer l’agenda');
    await panel()
      .getByText(/Agenda : agenda créé, .*inscrite/u)
      .waitFor();
    await shot('agenda-3-cree');
    await finish();
    await panel().getByText('2 invités : 2 sans réponse.').waitFor();
    await shot('agenda-4-a-venir');

    await place('agenda');
    await event().locator('summary').click();
    await shot('agenda-5-lieu');
    await page().getByRole('button', { name: 'bob@maree.example répond « Non »' }).click();
    await page().locator('[aria-label="bob@maree.example répond « Non »"][aria-pressed="true"]').waitFor();
    await event().getByLabel('Début').fill('2023-06-12T18:30');
    await event().getByLabel('Fin').fill('2023-06-12T20:30');
    await event().getByRole('button', { name: 'Déplacer dans l’agenda' }).click();
    await event().getByText('Changement annoncé à anna@maree.example').waitFor();
    await shot('agenda-6-deplace');
    await place('workbook');
    await press('Mettre à jour maintenant');
    await panel().getByText('Déplacée à la main dans l’agenda.').waitFor();
    await shot('agenda-7-a-choisir');
    await press('Garder la date de l’agenda');
    await panel().getByText('« Séances » reprend ce que dit l’agenda').waitFor();
    await press('Garder la date de l’agenda');
    await finish();
    await panel()
      .getByText(/lundi 12 juin 2023/u)
      .first()
      .waitFor();
    await panel().getByText('1 invité : 1 sans réponse.').waitFor();
    await shot('agenda-8-choisi');
  });
});
