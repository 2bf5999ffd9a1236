/** « L’association sollicite une subvention de … » (facts: domain C2): one sentence per funder asked, live. */
import type { Budget } from '../budget.ts';
import type { BudgetFormulas } from '../budget-formulas.ts';
import { formulaText } from '../generated.ts';

const SPACE = '\u00A0';

/** Of what the share is: the cell of the total, and its name in French (« du total des produits »). */
export interface ShareOf {
  readonly total: string;
  readonly base: string;
}

/** One expression per funder with a grant asked for; the share is that of the income without contributions in kind. */
export function requestSentences(budget: Budget, formulas: BudgetFormulas, { total, base }: ShareOf): string[] {
  const asked = budget.income.classes
    .filter(({ code }) => code === '74')
    .flatMap(({ lines }) => lines)
    .filter(({ grant_status: status, funder }) => status === 'requested' && funder !== null);
  const funders = [...new Set(asked.map(({ funder }) => funder ?? ''))];
  return funders.map((funder) => {
    const lines = asked.filter((line) => line.funder === funder);
    const amount = `(${lines.map((line) => formulas.ofLine(line)).join('+')})`;
    const parts = [
      formulaText(`${funder}${SPACE}: l’association sollicite une subvention de `),
      wholeNumber(`ROUND(${amount};0)`),
      formulaText(`${SPACE}€, qui représente `),
      `IF(${total}=0;"–";${frenchText(`ROUND(100*${amount}/${total};2)`)})`,
      formulaText(`${SPACE}% ${base} (contributions en nature exclues).`),
    ];
    return parts.join('&');
  });
}

/** A whole number with its thousands apart; « 35 000 » whatever the locale of the spreadsheet. */
export function wholeNumber(expression: string): string {
  const thousands = `INT(${expression}/1000)`;
  return `IF(${expression}<1000;${expression}&"";${thousands}&"${SPACE}"&RIGHT("000"&(${expression}-1000*${thousands});3))`;
}

/** A number with a comma whatever the locale of the spreadsheet. */
export function frenchText(expression: string): string {
  return `SUBSTITUTE(${expression}&"";".";",")`;
}
