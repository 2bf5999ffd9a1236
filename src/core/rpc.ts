/** The sidebar's contract: what may be asked of the server, and what it answers. Both sides are typed by this file. */
import * as z from 'zod';
import type { CalendarReport } from './calendar/asks.ts';
import type { MailReport } from './catch-up.ts';
import type { FormReport } from './registrations/catch-up.ts';
import type { ApplyAnswer, ShowAnswer } from './shell.ts';

const moment = z.object({
  today: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u),
  time: z.string().regex(/^\d{2}:\d{2}$/u),
});
const known = z.array(z.string().max(200)).max(10_000).readonly().nullable();

/** The requests, by method; whatever does not fit is refused before anything is read. */
export const requests = {
  /** A view of the workbook. */
  look: z.object({ view: z.string(), input: z.unknown(), known }),
  /** What a command would do. */
  show: z.object({ command: z.string(), input: z.unknown(), known }),
  /** Does what was shown under that digest. */
  apply: z.object({ command: z.string(), input: z.unknown(), moment, digest: z.string().max(40), known }),
  /** Sends what waits in « Envois », for so many seconds at most; asked again while mails are left. */
  catchUp: z.object({ known, seconds: z.number().int().min(1).max(270) }),
  /** Takes in the answers to the form « Inscriptions »; makes it first when asked to. */
  forms: z.object({ known, make: z.boolean() }),
  /** Brings the calendar up to date, for so many seconds at most; asked again while there is more. */
  keepCalendar: z.object({ known, seconds: z.number().int().min(1).max(270) }),
  /** Brings the grid to a cell (A1, without the tab). */
  goTo: z.object({ tab: z.string().max(200), cell: z.string().regex(/^[A-Z]{1,3}\d{1,7}(?::[A-Z]{1,3}\d{1,7})?$/u) }),
  /** Where she stands in the grid; asks nothing of Sheets' API. */
  selection: z.object({}),
  /** Opens a dialog, or the sidebar anew. */
  open: z.object({ page: z.enum(['adopt', 'guide', 'sidebar']) }),
} as const;

/** A method of the contract. */
export type Method = keyof typeof requests;

/** What a method is given. */
export type RequestOf<M extends Method> = z.infer<(typeof requests)[M]>;

/** Where she stands: the tab, and the numbers of records written in that row, from left to right. */
export interface Selection {
  readonly tab: string | null;
  readonly ids: readonly string[];
}

/** What each method answers. */
export interface Answers {
  readonly look: { readonly view: unknown; readonly known: readonly string[] | null };
  readonly show: ShowAnswer;
  readonly apply: ApplyAnswer;
  readonly catchUp: MailReport;
  readonly forms: FormReport;
  readonly keepCalendar: CalendarReport;
  readonly goTo: { readonly done: boolean };
  readonly open: { readonly done: boolean };
  readonly selection: Selection;
}

/** What crosses the wire, as one JSON text: the answer, or a French sentence that can be shown as it is. */
export type Reply<M extends Method> =
  | { readonly ok: true; readonly answer: Answers[M] }
  | { readonly ok: false; readonly message: string; readonly code: 'busy' | 'refused' | 'input' | 'internal' };
