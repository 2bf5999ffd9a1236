/** Source tabs written as text, one row a line, cells between bars: small workbooks that a reader can see at a glance. */
import { serialOf } from '../../src/core/day.ts';
import type { SourceCell, SourceTab } from '../../src/core/reading/source.ts';

/**
 * The tab of a drawing. A cell is a number when it looks like one ("385", "12.5"), a text otherwise ("'12" keeps
 * digits as text); `@2023-01-12` is a true date, `@2023-01` one shown without its day, `@18:30` a time, `#REF!` an
 * error, `=SUM(A1:A2)>12` a formula with what it shows; `[grey]`, `[red]`, `[bold]` and `~struck~` before a cell
 * give it a look; `\n` is a line break.
 */
export function sheet(title: string, drawing: string): SourceTab {
  const lines = drawing.replace(/^\n|\n\s*$/gu, '').split('\n');
  return {
    title,
    hidden: false,
    rows: lines.map((line) => (line.trim() === '' ? [] : line.split('|').map((text) => cellOf(text.trim())))),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}

const FILLS: Readonly<Record<string, string>> = {
  grey: 'FFD9D9D9',
  red: 'FFFF7C80',
  yellow: 'FFFFFF00',
  green: 'FF92D050',
  blue: 'FF9DC3E6',
};

function cellOf(text: string): SourceCell | undefined {
  const look = /^\[(\w+)\]/u.exec(text);
  if (look !== null) return lookedCell(look[1] ?? '', text.slice(look[0].length).trim());
  const struck = /^~([^~]+)~\s*/u.exec(text);
  if (struck !== null) return struckCell(struck[1] ?? '', text.slice(struck[0].length));
  if (text === '' || text === '∅') return undefined;
  if (text.startsWith('@')) return temporalCell(text.slice(1));
  if (/^#[A-Z/0]+[!?A]?$/u.test(text)) return { entered: text, shown: { error: text } };
  if (text.startsWith('=')) return formulaCell(text);
  if (/^-?\d+(?:\.\d+)?$/u.test(text)) return { entered: Number(text), shown: Number(text) };
  const typed = (text.startsWith("'") ? text.slice(1) : text).replaceAll('\\n', '\n');
  return { entered: typed, shown: typed };
}

function lookedCell(look: string, text: string): SourceCell {
  const cell = cellOf(text) ?? { entered: null, shown: null };
  const fill = FILLS[look];
  return fill === undefined ? { ...cell, bold: true } : { ...cell, fill };
}

function struckCell(struck: string, rest: string): SourceCell {
  const shown = rest === '' ? struck : `${struck} ${rest}`;
  return { entered: shown, shown, strike: true, ...(rest === '' ? {} : { struckText: struck }) };
}

function temporalCell(text: string): SourceCell {
  if (/^\d{2}:\d{2}$/u.test(text)) {
    const [hours = '0', minutes = '0'] = text.split(':');
    const fraction = (Number(hours) * 60 + Number(minutes)) / 1440;
    return { entered: fraction, shown: fraction, format: 'hh:mm', temporal: 'time' };
  }
  const serial = serialOf(text.length === 7 ? `${text}-01` : text);
  return { entered: serial, shown: serial, format: text.length === 7 ? 'mmm yyyy' : 'dd/mm/yyyy', temporal: 'date' };
}

function formulaCell(text: string): SourceCell {
  const [formula = '', shown] = text.split('>');
  if (shown === undefined) return { entered: { formula }, shown: 0 };
  return { entered: { formula }, shown: cellOf(shown)?.shown ?? null };
}
