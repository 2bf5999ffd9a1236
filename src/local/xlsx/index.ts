/**
 * Workbooks of Excel in and out.
 *   const { doc, notices } = await readXlsx(bytes);   // throws XlsxRefused: a French message that names the cure
 *   google.add(doc);
 *   const bytes = await writeXlsx(doc);
 */
export { XlsxRefused } from './check.ts';
export { readXlsx } from './read.ts';
export type { OpenedXlsx } from './read.ts';
export { writeXlsx } from './write.ts';
