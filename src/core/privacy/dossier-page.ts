/** The dossier as one page that can be read, printed and handed over, and as data. */
import { frenchDate } from '../french.ts';
import type { Dossier, DossierRow, DossierTab } from './dossier.ts';

const FOUND: Readonly<Record<DossierRow['found'], string>> = {
  number: '',
  name: 'trouvé par le nom',
  mention: 'mention',
};

const STYLE = [
  'body{font:15px/1.5 system-ui,sans-serif;color:#202124;max-width:52rem;margin:2rem auto;padding:0 1rem}',
  'h1{font-size:1.6rem;margin:0}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-bottom:1px solid #dadce0}',
  'section div{margin:.75rem 0;break-inside:avoid}h3{font-size:.9rem;font-weight:600;margin:0;color:#5f6368}',
  'dl{display:grid;grid-template-columns:14rem 1fr;gap:.1rem 1rem;margin:0}dt{color:#5f6368}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}',
  '@media(max-width:40rem){dl{grid-template-columns:1fr}}',
].join('');

/** A whole HTML document in French; no text of the workbook ever counts as HTML. */
export function dossierPage(dossier: Dossier, association: string): string {
  const { id, name, madeOn, tabs } = dossier;
  const from = association === '' ? 'l’association' : association;
  const intro = [
    `Voici tout ce que le classeur de ${from} contient à votre sujet, au ${frenchDate(madeOn)}, onglet par onglet.`,
    'Vous pouvez demander que ces données soient corrigées ou effacées, ou réclamer auprès de la CNIL (cnil.fr). « Trouvé par le nom » : la ligne ne porte pas votre numéro, votre nom, votre adresse ou votre téléphone y figure. « Mention » : la ligne parle d’autre chose ; seules les cellules qui vous citent sont montrées.',
  ];
  return [
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${escaped(`Données personnelles – ${name}`)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escaped(name)}</h1><p>Données personnelles · ${escaped(id)} · ${escaped(frenchDate(madeOn))}</p>`,
    ...intro.map((text) => `<p>${escaped(text)}</p>`),
    ...tabs.map(tabSection),
    '</body></html>',
  ].join('\n');
}

/** The same content as JSON. */
export function dossierJson(dossier: Dossier): string {
  return `${JSON.stringify(dossier, null, 2)}\n`;
}

/** A name for the file, of letters, digits and hyphens. */
export function dossierFileName({ id, madeOn }: Dossier, ending: 'html' | 'json'): string {
  return `donnees-personnelles-${id}-${madeOn}.${ending}`;
}

function tabSection({ tab, rows }: DossierTab): string {
  return `<section><h2>${escaped(tab)}</h2>${rows.map(rowBlock).join('')}</section>`;
}

function rowBlock({ row, found, fields }: DossierRow): string {
  const how = FOUND[found] === '' ? '' : ` · ${FOUND[found]}`;
  const list = fields.map(({ header, value }) => `<dt>${escaped(header)}</dt><dd>${escaped(value)}</dd>`).join('');
  return `<div><h3>Ligne ${row}${how}</h3><dl>${list}</dl></div>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (letter) => ENTITIES[letter] ?? letter);
}
