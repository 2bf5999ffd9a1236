/** « Modèles »: the texts of mails that she changed; a template without a row here keeps its original text. */
import type { RecordOf, Table } from '../table.ts';

/** One row per template that she changed, found by its key. */
export const templateTable = {
  name: 'template',
  tab: 'Modèles',
  purpose: 'Le texte d’un message que vous avez changé.',
  prefix: 'MOD',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'name', header: 'Modèle', type: 'text', width: 220 },
    { field: 'subject', header: 'Objet', type: 'text', width: 280, wrap: true },
    {
      field: 'body',
      header: 'Message',
      type: 'text',
      width: 520,
      wrap: true,
      help: 'Les mots entre doubles accolades, par exemple {{structure}}, sont remplacés pour chaque destinataire. Un mot que le modèle ne connaît pas empêche l’envoi.',
    },
    { field: 'fields', header: 'Champs possibles', type: 'list', width: 240, wrap: true },
    { field: 'purpose', header: 'À quoi il sert', type: 'text', width: 260, wrap: true },
    {
      field: 'active',
      header: 'Actif',
      type: 'yes_no',
      width: 70,
      help: '« non » : Régie ne prépare plus aucun message avec ce modèle.',
    },
    { field: 'key', header: 'Clé', type: 'text', width: 140, hidden: true },
  ],
} as const satisfies Table;

/** A row of « Modèles ». */
export type TemplateRow = RecordOf<typeof templateTable>;
