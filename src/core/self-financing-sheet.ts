/** « Autofinancement »: the rate with its definition, what it is made of, who finances what, and the other definitions. */
import { sumOf } from './budget.ts';
import type { Budget } from './budget.ts';
import { formula } from './budget-formulas.ts';
import type { BudgetFormulas } from './budget-formulas.ts';
import { looks } from './dress.ts';
import type { Look } from './dress.ts';
import { generated } from './generated.ts';
import type { Generated, SheetRow } from './generated.ts';
import { french } from './french.ts';
import {
  definitions,
  donationLines,
  fundedProjects,
  membershipFeeLines,
  ownClasses,
  ratesOf,
} from './self-financing.ts';
import type { DefinitionName } from './self-financing.ts';
import type { BudgetLine } from './tables/budget-line.ts';

/** Title of the generated tab. */
export const SELF_FINANCING_SHEET = 'Autofinancement';

/** What the sheet is built from; `definition` is the one retained. */
export interface SelfFinancingParts {
  readonly title: string;
  readonly stamp: string;
  readonly budget: Budget;
  readonly formulas: BudgetFormulas;
  readonly definition: DefinitionName;
}

const WIDTH = 4;
// Plain spaces at the head of a wrapped cell are dropped.
const INDENT = '\u00A0'.repeat(4);
const money: Look = { ...looks.euros };
const share: Look = looks.percent;
/** Rows left empty under the rate, where the chart lies. */
const CHART_ROWS = 15;
const CHART = { width: 640, height: 300 };

/** The whole tab; every number is a live formula over « Budget ». */
export function selfFinancingSheet(parts: SelfFinancingParts): Generated {
  const { budget, formulas, definition } = parts;
  const rows: SheetRow[] = [
    { cells: [parts.title], looks: [{ from: 0, to: WIDTH, look: looks.title }] },
    { cells: [parts.stamp], looks: [{ from: 0, to: WIDTH, look: looks.subtitle }] },
    { cells: [] },
    rateRow(definition, parts),
    {
      cells: [null, french`Définition retenue : ${definitions[definition].label}. ${definitions[definition].text}`],
      looks: [{ from: 1, to: 2, look: { wrap: true, italic: true, vertical: 'TOP' } }],
    },
    { cells: [] },
    ...Array.from({ length: CHART_ROWS }, () => ({ cells: [] })),
    ...numeratorRows(parts),
    { cells: [] },
  ];
  const start = rows.length;
  const financing = financingRows(budget, formulas);
  rows.push(...financing, { cells: [] }, ...definitionRows(parts), { cells: [] }, ...feeRows(budget, formulas));
  const pieRows = financing.length - 2;
  return generated(rows, {
    widths: [48, 390, 110, 100],
    frozenRows: 2,
    hideGridlines: true,
    tabColor: '#188038',
    protection: 'Cet onglet est reconstruit par Régie : modifiez plutôt l’onglet « Budget ».',
    charts: [
      {
        title: 'Qui finance ?',
        kind: 'PIE',
        labels: { startRow: start + 1, endRow: start + 1 + pieRows, startColumn: 1, endColumn: 2 },
        series: [{ startRow: start + 1, endRow: start + 1 + pieRows, startColumn: 2, endColumn: 3 }],
        anchor: { row: 6, column: 0 },
        ...CHART,
      },
    ],
  });
}

function rateRow(definition: DefinitionName, { budget, formulas }: SelfFinancingParts): SheetRow {
  const rate = expressionOf(definition, budget, formulas);
  const value = rate === null ? 'non calculable' : formula(rateExpression(rate));
  return {
    cells: [definition, 'Taux d’autofinancement', value],
    looks: [
      { from: 0, to: 1, look: { bold: true, color: '#5f6368' } },
      { from: 1, to: 2, look: { bold: true, size: 14 } },
      { from: 2, to: 3, look: { ...share, bold: true, size: 18, color: '#188038', align: 'RIGHT' } },
    ],
  };
}

function numeratorRows({ budget, formulas }: SelfFinancingParts): SheetRow[] {
  const total = formulas.total('income');
  const own = budget.income.classes.filter(({ code, lines }) => ownClasses.includes(code) && lines.length > 0);
  return [
    header('Ressources propres', 'Montant', 'Part du total'),
    ...own.flatMap(({ code, label, lines }) => [
      amountRow({ code, label, amount: formulas.ofClass('income', code), total, look: looks.section }),
      ...(lines.length > 1 ? lines.map((line) => detailRow(line, formulas, total)) : []),
    ]),
    amountRow({
      code: '',
      label: 'Ressources propres (numérateur)',
      amount: ownExpression(formulas),
      total,
      look: looks.total,
    }),
    amountRow({ code: '', label: 'Total des produits (dénominateur)', amount: total, total, look: looks.total }),
  ];
}

/** Own income, each funder, what was brought forward and the rest: parts of the total that add up to 100 %. */
function financingRows(budget: Budget, formulas: BudgetFormulas): SheetRow[] {
  const total = formulas.total('income');
  const entries = [
    { label: 'Ressources propres', amount: ownExpression(formulas) },
    ...funderEntries(budget, formulas),
  ];
  const brought =
    budget.income.broughtForward.length > 0
      ? [{ label: 'Report du résultat antérieur', amount: formulas.broughtForward('income') }]
      : [];
  const known = [...entries, ...brought];
  const hasRest =
    budget.income.unclassified.length > 0 ||
    budget.income.classes.some(({ code, lines }) => isOther(code) && lines.length > 0);
  const rest = hasRest
    ? [{ label: 'Autres produits', amount: `${total}-(${known.map(({ amount }) => amount).join('+')})` }]
    : [];
  return [
    header('Qui finance ?', 'Montant', 'Part du total'),
    ...[...known, ...rest].map(({ label, amount }) => amountRow({ code: '', label, amount, total, look: {} })),
    amountRow({ code: '', label: 'Total des produits', amount: total, total, look: looks.total }),
  ];
}

function funderEntries(budget: Budget, formulas: BudgetFormulas): { label: string; amount: string }[] {
  const grants = budget.income.classes.filter(({ code }) => code === '74').flatMap(({ lines }) => lines);
  const funders = [...new Set(grants.flatMap(({ funder }) => (funder === null ? [] : [funder])))];
  const named = funders.map((funder) => {
    const desks = [
      ...new Set(grants.filter((line) => line.funder === funder).flatMap(({ desk }) => (desk === null ? [] : [desk]))),
    ];
    return {
      label: desks.length > 0 ? `${funder} (${desks.join(' + ')})` : funder,
      amount: formulas.ofFunder(funder, null),
    };
  });
  const unnamed = grants.some(({ funder }) => funder === null);
  const others = [formulas.ofClass('income', '74'), ...named.map(({ amount }) => amount)].join('-');
  return unnamed ? [...named, { label: 'Autres subventions', amount: others }] : named;
}

function definitionRows(parts: SelfFinancingParts): SheetRow[] {
  const { budget, formulas, definition } = parts;
  const rates = ratesOf(budget);
  return [
    header('Selon la définition', 'Taux', 'Retenue'),
    ...(Object.keys(definitions) as DefinitionName[]).map((name): SheetRow => {
      const rate = expressionOf(name, budget, formulas);
      const reason = rates[name].computable ? '' : french` – non calculable : ${rates[name].why}`;
      return {
        cells: [
          name,
          `${definitions[name].label}${reason}`,
          rate === null ? 'non calculable' : formula(rateExpression(rate)),
          name === definition ? '◄ retenue' : null,
        ],
        looks: [
          {
            from: 0,
            to: WIDTH,
            look: { wrap: true, vertical: 'MIDDLE', ...(name === definition ? { bold: true } : {}) },
          },
          { from: 3, to: 4, look: { align: 'RIGHT' } },
          { from: 2, to: 3, look: { format: { type: 'PERCENT', pattern: '0.00 %' }, align: 'RIGHT' } },
        ],
      };
    }),
  ];
}

function feeRows(budget: Budget, formulas: BudgetFormulas): SheetRow[] {
  const fees = membershipFeeLines(budget);
  if (fees.length === 0) return [];
  const total = formulas.total('income');
  return [
    header('Autres repères', 'Montant', 'Part du total'),
    amountRow({ code: '', label: 'Cotisations des adhérents', amount: sumExpression(fees, formulas), total, look: {} }),
    amountRow({ code: '', label: 'Subventions publiques', amount: formulas.ofClass('income', '74'), total, look: {} }),
  ];
}

function header(label: string, amount: string, part: string): SheetRow {
  return {
    cells: [null, label, amount, part],
    looks: [
      { from: 0, to: WIDTH, look: looks.header },
      { from: 2, to: WIDTH, look: { align: 'RIGHT' } },
    ],
  };
}

function detailRow(line: BudgetLine, formulas: BudgetFormulas, total: string): SheetRow {
  return amountRow({
    code: line.accounts.join(' '),
    label: `${INDENT}${line.label ?? ''}`,
    amount: formulas.ofLine(line),
    total,
    look: {},
  });
}

interface AmountRow {
  readonly code: string;
  readonly label: string;
  readonly amount: string;
  readonly total: string;
  readonly look: Look;
}

function amountRow({ code, label, amount, total, look }: AmountRow): SheetRow {
  return {
    cells: [code === '' ? null : code, label, formula(amount), formula(`IF(${total}=0;0;(${amount})/${total})`)],
    looks: [
      { from: 0, to: 2, look: { ...look, wrap: true, vertical: 'MIDDLE' } },
      { from: 2, to: 3, look: { ...look, ...money, vertical: 'MIDDLE' } },
      { from: 3, to: 4, look: { ...look, ...share, vertical: 'MIDDLE' } },
    ],
  };
}

interface RateParts {
  readonly numerator: string;
  readonly denominator: string;
}

function expressionOf(name: DefinitionName, budget: Budget, formulas: BudgetFormulas): RateParts | null {
  if (!ratesOf(budget)[name].computable) return null;
  const own = ownExpression(formulas);
  const total = formulas.total('income');
  const report = formulas.broughtForward('income');
  switch (name) {
    case 'D1':
      return { numerator: own, denominator: total };
    case 'D2':
      return { numerator: `${own}+${report}`, denominator: total };
    case 'D3':
      return operatingPart(budget, formulas);
    case 'D4':
      return { numerator: own, denominator: `${total}-${report}` };
    case 'D5':
      return { numerator: [own, ...donationLines(budget).map(formulas.ofLine)].join('-'), denominator: total };
  }
}

function operatingPart(budget: Budget, formulas: BudgetFormulas): RateParts {
  const projects = fundedProjects(budget).map(({ project }) => project);
  const cost = projects.map((project) => formulas.ofProject('expense', project, null));
  const granted = projects.map((project) => formulas.ofProject('income', project, '74'));
  return {
    numerator: [ownExpression(formulas), ...cost].join('-').concat(granted.map((grant) => `+${grant}`).join('')),
    denominator: [formulas.total('income'), ...cost].join('-'),
  };
}

function rateExpression({ numerator, denominator }: RateParts): string {
  return `IF((${denominator})=0;0;(${numerator})/(${denominator}))`;
}

function ownExpression(formulas: BudgetFormulas): string {
  return ownClasses.map((code) => formulas.ofClass('income', code)).join('+');
}

function sumExpression(lines: readonly BudgetLine[], formulas: BudgetFormulas): string {
  return sumOf(lines) === 0 ? '0' : lines.map(formulas.ofLine).join('+');
}

function isOther(code: string): boolean {
  return code !== '74' && !ownClasses.includes(code);
}
