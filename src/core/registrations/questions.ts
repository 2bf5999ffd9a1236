/** The questions of the form « Inscriptions »: their numbers never change, so that links and answers find them. */

/** The questions; `id` is the number that Régie gives to the question, in hexadecimal as Forms v1 writes it. */
export const questions = {
  session: {
    id: '2a5e0001',
    title: 'Séance',
    help: 'Si la séance est complète, vous entrez sur la liste d’attente.',
  },
  wish: { id: '2a5e0002', title: 'Je participe', yes: 'Oui, je viens', no: 'Non, je ne peux pas / plus venir' },
  name: { id: '2a5e0003', title: 'Prénom et nom', help: '' },
  email: { id: '2a5e0004', title: 'E-mail', help: 'Celui que l’association connaît, si possible.' },
  organisation: { id: '2a5e0005', title: 'Structure', help: '' },
  network: {
    id: '2a5e0006',
    title: 'Réseau partenaire, si vous n’êtes pas adhérent·e',
    help: 'Par exemple MAP. Laissez vide si votre structure est adhérente.',
  },
  message: { id: '2a5e0007', title: 'Message', help: 'Une question, un besoin particulier.' },
  code: {
    id: '2a5e0008',
    title: 'Code de la séance',
    help: 'Laissez vide : les liens de nos messages le remplissent.',
  },
} as const;

/** What is offered while no session is open: a question of choices has one at least. */
export const NO_SESSION = 'Aucune séance ouverte pour le moment';
