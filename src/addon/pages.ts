/** The sidebar and the dialogs: their titles, sizes and what each is told when it opens. */
import type { RequestOf } from '../core/rpc.ts';
import { showDialog, showSidebar } from './google.ts';
import { writePass } from './pass.ts';
import type { Pass } from './pass.ts';

/** A page of the contract. */
type PageName = RequestOf<'open'>['page'];
/** A page that opens above the grid. */
type Dialog = Exclude<PageName, 'sidebar'>;

const dialogs = {
  adopt: { title: 'Adopter ce classeur', width: 960, height: 660, modal: true },
  guide: { title: 'Guide de la coordinatrice', width: 860, height: 660, modal: false },
} as const satisfies Record<Dialog, object>;

/** Opens the sidebar; with a command, on that command. */
export function openPanel(pass: Pass, start = ''): void {
  showSidebar({ file: 'sidebar', title: 'Régie', marks: { __PASS__: writePass(pass), __START__: start } });
}

/** Opens a page by its name; an open sidebar makes way for the new one. */
export function openPage(name: PageName, pass: Pass): void {
  if (name === 'sidebar') openPanel(pass);
  else openDialog(name, pass);
}

/** Opens a dialog. */
export function openDialog(name: Dialog, pass: Pass): void {
  const { title, ...size } = dialogs[name];
  showDialog({ file: 'dialog', title, marks: { __PASS__: writePass(pass), __DIALOG__: name } }, size);
}
