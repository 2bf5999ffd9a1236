/** Régie's menu, made from the list of commands. */
import type { Command } from '../core/command.ts';
import type { MenuLine } from './google.ts';

/** The global function behind each command's line; a command without one is reached from the sidebar only. */
export const openers: Readonly<Record<string, string>> = {
  adopt: 'openAdopt',
  'build-budget': 'openBudget',
  undo: 'openUndo',
};

/** The lines of the menu, in the order of the list. */
export function menuLines(commands: readonly Command[]): MenuLine[] {
  const actions = commands.flatMap(({ name, label }) => {
    const functionName = openers[name];
    return functionName === undefined ? [] : [{ label: `${label}…`, functionName }];
  });
  return [
    { label: 'Ouvrir Régie', functionName: 'openSidebar' },
    'separator',
    ...actions,
    'separator',
    { label: 'Guide de la coordinatrice', functionName: 'openGuide' },
  ];
}
