/** Adopt the coordinator's workbook: her tabs become clean managed tabs; the originals stay as they are. */
import * as z from 'zod';
import { decideAdoption } from '../adoption/decide.ts';
import { defineCommand } from '../command.ts';
import { tables } from '../tables/index.ts';

const kind = z.enum([
  'members',
  'spaces',
  'budget',
  'sessions',
  'attendance_sheet',
  'actuals',
  'unknown',
  'empty',
  'skip',
]);

const input = z.object({
  /** By tab title: what the tab is, and what its columns hold (a field, or "custom"). */
  tabs: z
    .record(
      z.string(),
      z.object({
        kind: kind.optional(),
        columns: z.record(z.string().regex(/^[A-Z]{1,3}$/u), z.string().max(60)).optional(),
      }),
    )
    .default({}),
  /** By question id. */
  answers: z.record(z.string(), z.string().max(200)).default({}),
});

/** Reads every tab of hers with its look, and wishes the managed tabs; run again, it brings only what is new. */
export const adopt = defineCommand({
  name: 'adopt',
  label: 'Adopter ce classeur',
  purpose: 'Lit vos onglets et en fait des onglets propres, sans toucher aux originaux.',
  input,
  looks: true,
  reads: () => 'all',
  changes: () => tables.map(({ tab }) => tab),
  decide: (state, { tabs, answers }, moment) => decideAdoption(state, { tabs, answers }, moment),
});
