/** The sidebar and the dialogs: their titles, sizes and what each is told when it opens. */
import type { RequestOf } from '../core/rpc.ts';
import { showDialog, showSidebar } from './google.ts';
import { writePass } from './pass.ts';
import type { Pass } from './pass.ts';

/** A dialog of the contract. */
export type Dialog = RequestOf<'open'>['dialog'];

const dialogs = {
  adopt: { title: 'Adopter ce classeur', width: 960, height: 660, modal: true },
  guide: { title: 'Guide de la coordinatrice', width: 860, height: 660, modal: false },
} as const satisfies Record<Dialog, object>;

/** Opens the sidebar; with a command, on that command. */
export function openPanel(pass: Pass, start = ''): void {
  showSidebar({ file: 'sidebar', title: 'Régie', marks: { __PASS__: writePass(pass), __START__: start } });
}

/** Opens a dialog. */
export function openDialog(name: Dialog, pass: Pass): void {
  const { title, ...size } = dialogs[name];
  showDialog({ file: 'dialog', title, marks: { __PASS__: writePass(pass), __DIALOG__: name } }, size);
}
