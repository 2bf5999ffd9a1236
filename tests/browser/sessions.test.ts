import { describePanel } from '../support/adopted-page.ts';

jest.setTimeout(120_000);

describePanel('the calendar of sessions', 'adopted', ({ panel, press, finish, shot }) => {
  const says = (text: string) => panel().getByText(text, { exact: false }).first().waitFor();
  const pressLike = (name: RegExp) => panel().getByRole('button', { name }).first().click();
  const open = async (view: string) => {
    await panel().getByText('Plus', { exact: true }).click();
    await press(view);
  };
  const carryOut = async (yes: string) => {
    await press(yes);
    await finish();
  };

  test('from programmes completed to dates proposed, confirmed, and one moved', async () => {
    await open('Programmes');
    await press('Compléter les programmes');
    await says('ce que vous avez écrit reste');
    await carryOut('Compléter');
    await says('chaque mois, 1er lundi');
    await shot('programmes');

    await press('Séances');
    await press('Proposer le calendrier…');
    await panel().getByLabel('Programme').selectOption({ label: 'Club MILA' });
    await panel().getByLabel('Année').selectOption('2024');
    await press('Voir ce qui va changer');
    await says('08/04 (lundi 01/04/2024 férié (lundi de Pâques))');
    await shot('calendrier-propose');
    await carryOut('Proposer ces dates');
    await pressLike(/^Confirmer \d+\sdates/u);
    await says('Personne n’est prévenu');
    await shot('confirmer');
    await carryOut('Confirmer');
    await pressLike(/^Club MILA lundi 8 avril 2024/u);
    await press('Changer la date…');
    await panel().getByLabel('Jour').fill('2024-04-15');
    await press('Voir ce qui va changer');
    await says('lundi 8 avril 2024, 18 h – 20 h → lundi 15 avril 2024');
    await carryOut('Changer la date');
    await says('lundi 15 avril 2024');
    await shot('seance');
  });

  test('who came to a lunch is typed back, then thanked, with a certificate; the figures of the year follow', async () => {
    await open('Séances');
    await says('Présences à noter');
    await shot('seances');
    await pressLike(/^Déj.s Roulettes jeudi 4 mai 2023/u);
    await press('Noter les présences…');
    await panel().getByLabel('Venus sans inscription').fill('Anna Petit, Label Marée Basse\nBob Roux');
    await shot('presences');
    await press('Voir ce qui va changer');
    await says('2 présents, la séance est notée comme tenue');
    await carryOut('Enregistrer');
    await says('Label Marée Basse · présent·e');
    await shot('presents');
    await press('Attestation de présence : Anna Petit');
    await says('L’attestation de Anna Petit');
    await carryOut('Préparer l’attestation');
    await press('Remercier les présents');
    await says('sera prévenue');
    await carryOut('Préparer les messages');
    await press('Toutes les séances');
    await press('Indicateurs…');
    await press('Voir ce qui va changer');
    await says('chacune comptée une fois');
    await carryOut('Construire les indicateurs');
    await shot('indicateurs');
  });
});
