/** « Vos onglets, colonne par colonne » is made from the tables; UPDATE_GUIDE=1 writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { journalTable } from '../../src/core/journal.ts';
import { outboxTable } from '../../src/core/outbox.ts';
import type { Column, Table } from '../../src/core/table.ts';
import { tables } from '../../src/core/tables/index.ts';

const file = join(__dirname, '../../src/guide/onglets.md');

const contents: Readonly<Record<Column['type'], string>> = {
  id: 'numéro, donné par Régie',
  text: 'texte',
  list: 'liste, séparée par « ; »',
  integer: 'nombre entier',
  decimal: 'nombre',
  money: 'montant en euros',
  date: 'date, mois ou année',
  time: 'heure',
  yes_no: 'oui ou non, vide si vous ne savez pas',
  choice: 'au choix',
};

function contentOf({ type, choices }: Column): string {
  return type === 'choice' ? `${contents.choice} : ${Object.values(choices ?? {}).join(', ')}` : contents[type];
}

function section({ tab, purpose, columns }: Table): string {
  const rows = columns
    .filter(({ hidden }) => hidden !== true)
    .map((column) => `| ${column.header} | ${contentOf(column)} | ${column.help ?? ''} |`);
  return `## ${tab}\n\nUne ligne : ${purpose.charAt(0).toLowerCase()}${purpose.slice(1)}\n\n| Colonne | Contenu | À savoir |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

test('the page of tabs and columns in the guide is what the tables declare', () => {
  const visible = [...tables, outboxTable, journalTable].filter(({ hidden }: Table) => hidden !== true);
  const page = [
    '# Vos onglets, colonne par colonne\n',
    'Régie crée ces onglets. Vous pouvez y écrire, trier, filtrer, et ajouter vos propres colonnes à droite : elles sont à vous, Régie n’y touche pas. Ne renommez ni les onglets ni les titres de colonnes : c’est ainsi que Régie les retrouve.\n',
    ...visible.map(section),
  ].join('\n');
  if (process.env['UPDATE_GUIDE'] === '1') writeFileSync(file, page);
  expect(readFileSync(file, 'utf8')).toBe(page);
});
