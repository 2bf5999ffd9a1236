import { adopt } from '../../../src/core/commands/adopt.ts';
import { adopted, memberRow, membersTab, recordsIn } from '../../support/adoption.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { isFormula } from '../../../src/core/workbook.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { sourceOf } from '../../support/workbook-of.ts';

const rows = [memberRow('Label Marée Basse'), memberRow('Éditions du Palier'), memberRow('Bahia Sons')];
const first = adopted([membersTab(rows)]);

function without(made: Workbook, tab: string): Workbook {
  return Object.fromEntries(Object.entries(made).filter(([title]) => title !== tab));
}

describe('adopt() with something in the way', () => {
  it('refuses an empty workbook with the cure', () => {
    const { preview } = adopted([sourceOf('Feuille 1', [])]);
    expect(preview.state).toBe('refused');
    expect(preview.refusal).toContain('vide');
  });

  it('refuses a workbook without anything it knows, and lets her choose', () => {
    const { preview } = adopted([
      sourceOf('Recettes', [
        ['Plat', 'Cuisson'],
        ['tarte', '30 min'],
        ['soupe', '1 h'],
      ]),
    ]);
    expect(preview.state).toBe('refused');
    expect(preview.details).toMatchObject({ tabs: [{ title: 'Recettes', leftAlone: true }] });
  });

  it('refuses a workbook whose tabs hold titles and no record yet, without making « Réglages »', () => {
    const { preview, plan } = adopted([membersTab([])]);
    expect(preview.refusal).toMatch(/^Aucune fiche n’a été lue/u);
    expect(plan.tabs).toEqual([]);
    expect(preview.details).toMatchObject({ tabs: [{ kind: 'members' }] });
  });

  it('refuses when a managed tab was renamed, without a second copy', () => {
    const { Adhérents: members, ...others } = first.made;
    const { preview, plan } = adopted([membersTab(rows)], { made: { ...others, Membres: members ?? [] } });
    expect(preview.state).toBe('refused');
    expect(preview.refusal).toContain('renommé « Membres »');
    expect(plan.tabs).toEqual([]);
  });

  it('refuses when a managed tab was deleted', () => {
    const others = without(first.made, 'Adhérents');
    const { preview } = adopted([membersTab(rows)], { made: others });
    expect(preview.refusal).toContain('« Adhérents »');
    expect(preview.refusal).toContain('supprimé');
  });

  it('refuses when a managed column was deleted, naming it', () => {
    const made = {
      ...first.made,
      Adhérents: (first.made['Adhérents'] ?? []).map((row) => row.filter((_, column) => column !== 5)),
    };
    const { preview } = adopted([membersTab(rows)], { made });
    expect(preview.refusal).toContain('«\u00A0E-mail\u00A0»');
  });

  it('refuses when the hidden tab of origins went', () => {
    const others = without(first.made, 'Régie · origines');
    const { preview } = adopted([membersTab(rows)], { made: others });
    expect(preview.refusal).toContain('« Régie · origines »');
  });
});

describe('adopt() with hostile cells', () => {
  it('keeps texts that look like formulas as texts', () => {
    const attack = '=IMPORTXML("http://example.com";"//a")';
    const tab = membersTab([...rows, memberRow('=HYPERLINK("x")', { Remarques: attack })]);
    const { made } = adopted([tab]);
    const cells = Object.values(made).flatMap((grid) => grid.flat());
    expect(cells.filter(isFormula)).toEqual([]);
    expect(recordsIn(memberTable, made).at(-1)).toMatchObject({ organisation: '=HYPERLINK("x")', notes: attack });
  });

  it('keeps a formula of an own column as what it shows', () => {
    const source = membersTab(rows);
    const shown = { entered: { formula: '=A2' }, shown: 'valeur' };
    const withOwn = {
      ...source,
      rows: source.rows.map((row, index) => [...row, index === 0 ? { entered: 'Insta', shown: 'Insta' } : shown]),
    };
    const { made } = adopted([withOwn]);
    expect(made['Adhérents']?.slice(1).map((row) => row.at(-1))).toEqual(['valeur', 'valeur', 'valeur']);
  });

  it('gives a column of hers that has one of our titles another title', () => {
    const source = membersTab(rows);
    const own = (index: number) => ({ entered: index === 0 ? 'Repère' : 'A', shown: index === 0 ? 'Repère' : 'A' });
    const { made } = adopted([{ ...source, rows: source.rows.map((row, index) => [...row, own(index)]) }]);
    expect(made['Adhérents']?.[0]?.at(-1)).toBe('Repère (d’origine)');
    expect(recordsIn(memberTable, made).every(({ tag }) => tag === null)).toBe(true);
  });

  it('survives a cell longer than what a cell may hold', () => {
    const long = 'x'.repeat(49_000);
    const tab = membersTab([...rows, memberRow('Long', { Remarques: long })]);
    const { made, preview } = adopted([tab]);
    expect(preview.state).toBe('ready');
    const lengths = Object.values(made).flatMap((grid) =>
      grid.flat().map((cell) => (typeof cell === 'string' ? cell.length : 0)),
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(50_000);
    expect(adopted([tab], { made }).preview.state).toBe('nothing');
  });

  it('refuses an input that is not one', () => {
    expect(() => adopt.reads({ tabs: 3 })).toThrow(/tabs/u);
  });
});
