/** Check the register: what does not hold together goes to « À vérifier », what was mended is settled there. */
import * as z from 'zod';
import { editChecks } from '../adoption/check-edit.ts';
import { plural } from '../adoption/labels.ts';
import { editedGrid, isEmptyEdit, tableState } from '../adoption/table-edit.ts';
import { defineCommand, wish } from '../command.ts';
import { french } from '../french.ts';
import { registerChecks, registerKinds } from '../register-checks/all.ts';
import { checkedTables, groundOf } from '../register-checks/ground.ts';
import { registerTabs } from '../register.ts';
import { tableDress } from '../table-dress.ts';
import { checkTable } from '../tables/check.ts';
import type { Check } from '../tables/check.ts';

/** Reads the whole register; writes in « À vérifier » only. */
export const checkRegister = defineCommand({
  name: 'check-register',
  label: 'Vérifier le registre',
  purpose: 'Relit adhérents, contacts, cotisations, espaces et occupations, et met à jour « À vérifier ».',
  input: z.object({}),
  reads: () => [...registerTabs, checkTable.tab],
  changes: () => [checkTable.tab],
  decide: (state, _input, { today }) => {
    const ground = groundOf(state, today);
    const checks = tableState(checkTable, state.workbook[checkTable.tab], state.shown[checkTable.tab]);
    // The tab holds what its table declares.
    const known = [...checks.records.values()] as unknown as Check[];
    const { drafts, mended } = registerChecks(ground, known);
    const tabs = checkedTables.map(({ tab }) => tab);
    const { edit, added, settled } = editChecks(drafts, checks, { ids: new Map(), tabs, kinds: registerKinds });
    for (const { id } of mended) edit.set.set(id, { ...edit.set.get(id), state: 'done' });
    const again = [...edit.set.values()].filter((fields) => fields['state'] === 'open').length;
    const done = settled + mended.length;
    const isNew = checks.grid === undefined;
    return wish({
      tabs: isEmptyEdit(edit) ? {} : { [checkTable.tab]: editedGrid(checks, edit) },
      dress: isNew && !isEmptyEdit(edit) ? { [checkTable.tab]: tableDress(checkTable) } : {},
      summary: summaryOf({ added: added.length, done, again, total: drafts.length }),
      details: { added: added.length, settled: done, reopened: again },
    });
  },
});

interface Counts {
  readonly added: number;
  readonly done: number;
  readonly again: number;
  readonly total: number;
}

function summaryOf({ added, done, again, total }: Counts): string[] {
  if (added + done + again === 0)
    return [
      total === 0
        ? 'Le registre est en ordre : rien à signaler.'
        : french`Rien de nouveau : les points qui restent sont déjà dans « À vérifier ».`,
    ];
  return [
    ...(added > 0 ? [french`${plural(added, 'nouveau point', 'nouveaux points')} dans « À vérifier ».`] : []),
    ...(done > 0
      ? [
          french`${plural(done, 'point corrigé', 'points corrigés')} : ${done > 1 ? 'ils sont marqués réglés' : 'il est marqué réglé'}.`,
        ]
      : []),
    ...(again > 0
      ? [
          french`${plural(again, 'point')} ${again > 1 ? 'étaient réglés mais sont toujours là : ils sont remis' : 'était réglé mais est toujours là : il est remis'} à voir.`,
        ]
      : []),
  ];
}
