/** The runner's help. */
import { commands } from '../core/commands/index.ts';

/** What `--help` prints. */
export function helpText(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const list = commands.map(({ name, purpose }) => `  ${name.padEnd(width)}  ${purpose}`).join('\n');
  return `Régie, sans écran : lire un classeur, montrer ce qu’une commande ferait, la faire, l’annuler.

  npm run --silent regie -- read  --workbook FICHIER.xlsx [--today AAAA-MM-JJ] [--json]
  npm run --silent regie -- show  COMMANDE --workbook FICHIER.xlsx [--input J] [--json]
  npm run --silent regie -- apply COMMANDE --workbook FICHIER.xlsx --out DOSSIER [--input J] [--digest H] [--yes] [--json]
  npm run --silent regie -- undo  [N°]     --workbook FICHIER.xlsx --out DOSSIER [--yes] [--json]

Commandes
${list}

Options
  --workbook F     un fichier .xlsx ; il n’est jamais modifié
  --spreadsheet ID un classeur Google, au lieu d’un fichier ; il est modifié sur place
  --out D          dossier où écrire workbook.xlsx, calendar.ics, mail/*.eml, forms.json et calls.json
  --input J        fichier JSON {"answers": {…}, …les champs de la commande} ; « - » pour l’entrée standard
  --digest H       n’applique que si l’aperçu a cette empreinte, affichée par « show »
  --today JOUR     fait comme si l’on était ce jour-là
  --yes            ne demande pas de confirmation
  --json           la sortie standard ne contient que du JSON
  --root-url URL   adresse d’un autre serveur que Google (ou REGIE_ROOT_URL), pour les essais

Accès à Google : identifiants par défaut de la machine, ou un jeton dans REGIE_GOOGLE_TOKEN.
Code de sortie : 0 fait ou rien à faire ; 1 demande impossible ; 2 rien n’est fait, une décision manque
(confirmation refusée, réponse attendue, classeur changé depuis l’aperçu).
`;
}
