/** Formulas between the two writings: ours and Google's with ";", the engine's with ",". */

/** A text, or a tab's title. */
const QUOTED = /"(?:[^"]|"")*"|'(?:[^']|'')*'/gu;

type Change = (
  character: string,
  around: { readonly braces: number; readonly before: string; readonly after: string },
) => string;

/** The formula as the engine parses it, from either writing: "," between arguments, "." in numbers. */
export function toEngineFormula(text: string): string {
  const formula = text.startsWith('=') ? text : `=${text}`;
  const french = hasSemicolon(formula);
  return changeOutsideQuotes(formula, (character, { braces, before, after }) => {
    if (character === '\\' && braces > 0) return ',';
    if (braces > 0 || !french) return character;
    if (character === ';') return ',';
    if (character === ',' && /\d/u.test(before) && /\d/u.test(after)) return '.';
    return character;
  });
}

/** The engine's formula with its texts as the engine reads them: it ends a text at the first quote, unless a backslash stands before. */
export function engineTexts(formula: string): string {
  if (!/""|\\"/u.test(formula)) return formula;
  return formula.replace(QUOTED, (piece) => {
    const text = piece.slice(1, -1);
    if (!piece.startsWith('"') || !/""|\\$/u.test(text)) return piece;
    const parts = text.split(/(""|\\)/u).filter((part) => part !== '');
    return `(${parts.map(engineText).join('&')})`;
  });
}

function engineText(part: string): string {
  if (part === '""') return 'CHAR(34)';
  return part === '\\' ? 'CHAR(92)' : `"${part}"`;
}

/** The engine's formula in canonical writing: ";" between arguments, "\" between the columns of an array. */
export function fromEngineFormula(text: string): string {
  return changeOutsideQuotes(text, (character, { braces }) => {
    if (character !== ',') return character;
    return braces > 0 ? '\\' : ';';
  });
}

function hasSemicolon(formula: string): boolean {
  let found = false;
  changeOutsideQuotes(formula, (character, { braces }) => {
    if (character === ';' && braces === 0) found = true;
    return character;
  });
  return found;
}

function changeOutsideQuotes(formula: string, change: Change): string {
  let braces = 0;
  return formula
    .split(new RegExp(`(${QUOTED.source})`, 'u'))
    .map((piece, index) => {
      if (index % 2 === 1) return piece;
      let changed = '';
      for (let at = 0; at < piece.length; at += 1) {
        const character = piece.charAt(at);
        if (character === '{') braces += 1;
        if (character === '}') braces -= 1;
        changed += change(character, { braces, before: piece.charAt(at - 1), after: piece.charAt(at + 1) });
      }
      return changed;
    })
    .join('');
}
