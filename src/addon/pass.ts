/** The pass of a page: which file it was opened on and by whom, read once when it opens so that its calls need not ask again. */
import * as z from 'zod';

const pass = z.object({
  spreadsheetId: z.string().regex(/^[\w-]{1,120}$/u),
  who: z.string().max(320),
});

/** Where an action takes place, and who does it. */
export type Pass = z.infer<typeof pass>;

/** The pass as a text that is safe inside an HTML attribute. */
export function writePass(value: Pass): string {
  return encodeURIComponent(JSON.stringify(value));
}

/** The pass that a page gave back, or null when it is none. */
export function readPass(text: unknown): Pass | null {
  if (typeof text !== 'string' || text === '') return null;
  try {
    return pass.parse(JSON.parse(decodeURIComponent(text)));
  } catch {
    return null;
  }
}
