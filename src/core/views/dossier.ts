/** All that the workbook knows of one organisation or person, for a file to hand over. */
import * as z from 'zod';
import { dossierOf } from '../privacy/dossier.ts';
import type { Dossier } from '../privacy/dossier.ts';
import { readTable } from '../records.ts';
import { associationSetting, settingText } from '../settings.ts';
import { settingTable } from '../tables/setting.ts';
import type { View } from '../view.ts';

/** The answer of the view « dossier »; input: {id}. Null when no record bears that number. */
export interface DossierView {
  readonly dossier: Dossier | null;
  readonly association: string;
}

const input = z.object({ id: z.string().max(20) });

/** The view « dossier »; it reads every tab, hers too, with the formats of dates. */
export const dossierView: View = {
  name: 'dossier',
  reads: 'all',
  looks: true,
  view: (state, asked, { today }): DossierView => {
    const wanted = input.safeParse(asked);
    const settings = readTable(settingTable, state.workbook[settingTable.tab], state.shown[settingTable.tab]).records;
    return {
      dossier: wanted.success ? dossierOf(state, wanted.data.id, today) : null,
      association: settingText(settings, associationSetting),
    };
  },
};
