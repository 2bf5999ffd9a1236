import { checkTable } from '../../../src/core/tables/check.ts';
import { contactTable } from '../../../src/core/tables/contact.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { memoryTable } from '../../../src/core/tables/memory.ts';
import { originTable } from '../../../src/core/tables/origin.ts';
import type { Grid } from '../../../src/core/workbook.ts';
import { adopted, detailsIn, edited, memberRow, membersTab, recordsIn } from '../../support/adoption.ts';
import type { Outcome } from '../../support/adoption.ts';
import { sourceOf } from '../../support/workbook-of.ts';

const marée = memberRow('Label Marée Basse', { Statut: 'hébergé' });
const palier = memberRow('Éditions du Palier', { Statut: 'boutique' });
const bahia = memberRow('Bahia Sons', { Remarques: 'tél incomplet' });
const cordes = memberRow('Les Cordes Vives');
const rows: Grid = [marée, palier, bahia, cordes];
const first = adopted([membersTab(rows)]);

const names = ({ made }: Outcome) => recordsIn(memberTable, made).map(({ id, organisation }) => [id, organisation]);
const member = ({ made }: Outcome, id: string) => recordsIn(memberTable, made).find((one) => one.id === id);

describe('adopt() again', () => {
  it('changes nothing when her tabs did not change', () => {
    expect(adopted([membersTab(rows)], { made: first.made }).preview.state).toBe('nothing');
  });

  it('adds the rows that are new, with the next ids', () => {
    const again = adopted([membersTab([...rows, memberRow('Sirocco Tour')])], { made: first.made });
    expect(names(again).slice(4)).toEqual([['ADH-0005', 'Sirocco Tour']]);
    expect(detailsIn(again).refresh).toMatchObject({ updated: 0, conflicts: 0, gone: 0 });
    expect(adopted([membersTab([...rows, memberRow('Sirocco Tour')])], { made: again.made }).preview.state).toBe(
      'nothing',
    );
  });

  it('recognises rows that were sorted or pushed down', () => {
    const moved = membersTab([memberRow('Sirocco Tour'), cordes, bahia, marée, palier]);
    const again = adopted([moved], { made: first.made });
    expect(names(again).map(([, name]) => name)).toEqual([
      'Label Marée Basse',
      'Éditions du Palier',
      'Bahia Sons',
      'Les Cordes Vives',
      'Sirocco Tour',
    ]);
    expect(member(again, 'ADH-0001')?.source_row).toBe(5);
    expect(detailsIn(again).refresh?.updated).toBe(0);
    expect(adopted([moved], { made: again.made }).preview.state).toBe('nothing');
  });

  it('brings what changed in the source, where she edited nothing', () => {
    const changed = [marée, palier, memberRow('Bahia Sons', { Statut: 'hébergé', Remarques: 'tél incomplet' }), cordes];
    const again = adopted([membersTab(changed)], { made: first.made });
    expect(member(again, 'ADH-0003')).toMatchObject({ affiliation: 'hosted', notes: 'tél incomplet' });
    expect(detailsIn(again).refresh).toMatchObject({ added: 0, updated: 1, conflicts: 0 });
  });

  it('follows a row by its name when all the rest changed, and by its place when its name changed', () => {
    const renamed = memberRow('Bahia Sons et Cie', {
      Mail: 'contact@bahia-sons.example',
      'Nom contact': 'Claude Bahia Sons',
    });
    const again = adopted([membersTab([marée, palier, renamed, cordes])], { made: first.made });
    expect(member(again, 'ADH-0003')?.organisation).toBe('Bahia Sons et Cie');
    expect(names(again)).toHaveLength(4);
  });

  it('keeps what she edited, and puts the conflict in « À vérifier » once', () => {
    const edit = { ...first.made, Adhérents: edited(first.made['Adhérents'], 4, 'Remarques', 'rappelée le 3') };
    const changed = [marée, palier, memberRow('Bahia Sons', { Statut: 'hébergé', Remarques: 'tél corrigé' }), cordes];
    const again = adopted([membersTab(changed)], { made: edit });
    expect(member(again, 'ADH-0003')).toMatchObject({ affiliation: 'hosted', notes: 'rappelée le 3' });
    const conflicts = recordsIn(checkTable, again.made).filter(({ kind }) => kind === 'source_conflict');
    expect(conflicts).toMatchObject([
      { record: 'ADH-0003', linked_field: 'Remarques', raw: 'tél corrigé', proposed_value: '{"notes":"tél corrigé"}' },
    ]);
    expect(adopted([membersTab(changed)], { made: again.made }).preview.state).toBe('nothing');
  });

  it('keeps her edits when the source row did not change', () => {
    const edit = { ...first.made, Adhérents: edited(first.made['Adhérents'], 2, 'E-mail', 'nouvelle@maree.example') };
    const again = adopted([membersTab(rows)], { made: edit });
    expect(again.preview.state).toBe('nothing');
  });

  it('keeps the record of a row that went, and says so once', () => {
    const again = adopted([membersTab([marée, bahia, cordes])], { made: first.made });
    expect(names(again)).toHaveLength(4);
    const gone = recordsIn(checkTable, again.made).filter(({ kind }) => kind === 'source_row_gone');
    expect(gone.map(({ record }) => record)).toEqual(['ADH-0002']);
    expect(adopted([membersTab([marée, bahia, cordes])], { made: again.made }).preview.state).toBe('nothing');
  });

  it('does not bring back a record that she deleted', () => {
    const made = { ...first.made, Adhérents: (first.made['Adhérents'] ?? []).filter((_, row) => row !== 2) };
    const again = adopted([membersTab(rows)], { made });
    expect(names(again).map(([id]) => id)).toEqual(['ADH-0001', 'ADH-0003', 'ADH-0004']);
  });

  it('never gives an id twice, even after a deletion', () => {
    const made = { ...first.made, Adhérents: (first.made['Adhérents'] ?? []).slice(0, -1) };
    const again = adopted([membersTab([...rows, memberRow('Sirocco Tour')])], { made });
    expect(names(again).at(-1)).toEqual(['ADH-0005', 'Sirocco Tour']);
  });

  it('follows a tab of hers that was renamed', () => {
    const again = adopted([membersTab(rows, 'Adhérents (archive)')], { made: first.made });
    expect(names(again)).toHaveLength(4);
    expect(member(again, 'ADH-0001')?.source_tab).toBe('Adhérents (archive)');
  });

  it('keeps records when her tab was deleted', () => {
    const again = adopted([sourceOf('Notes', [['pense-bête']])], { made: first.made });
    expect(again.preview.state).toBe('nothing');
  });

  it('keeps her own columns that she added to a managed tab', () => {
    const made = {
      ...first.made,
      Adhérents: edited(first.made['Adhérents'], 1, 'Statut', 'Statut').map((row, index) => [
        ...row,
        index === 0 ? 'À moi' : 'x',
      ]),
    };
    const again = adopted([membersTab([...rows, memberRow('Sirocco Tour')])], { made });
    const grid = again.made['Adhérents'] ?? [];
    expect(grid[0]?.at(-1)).toBe('À moi');
    expect(grid.slice(1, 5).map((row) => row.at(-1))).toEqual(['x', 'x', 'x', 'x']);
  });

  it('does not read a copy of a managed tab as one of hers', () => {
    const made = { ...first.made, 'Copie de Adhérents': first.made['Adhérents'] ?? [] };
    expect(adopted([membersTab(rows)], { made }).preview.state).toBe('nothing');
  });

  it('settles the points that she mended in her tab', () => {
    const bad = membersTab([marée, memberRow('Éditions du Palier', { 'Date adh.': '31/02/2023' })]);
    const before = adopted([bad]);
    expect(recordsIn(checkTable, before.made).map(({ kind, state }) => [kind, state])).toContainEqual([
      'invalid_date',
      'open',
    ]);
    const again = adopted([membersTab([marée, palier])], { made: before.made });
    expect(recordsIn(checkTable, again.made).map(({ kind, state }) => [kind, state])).toContainEqual([
      'invalid_date',
      'done',
    ]);
    expect(member(again, 'ADH-0002')?.start).toBe('2023-01-12');
  });

  it('remembers what she decided about a tab', () => {
    const input = { tabs: { 'Adhérents 2023': { columns: { H: 'custom' } } } };
    const chosen = adopted([membersTab(rows)], { input });
    expect(recordsIn(memoryTable, chosen.made)).toMatchObject([
      { tab: 'Adhérents 2023', detail: 'remarques', value: 'custom' },
    ]);
    expect(chosen.made['Adhérents']?.[0]).toContain('Remarques (d’origine)');
    expect(adopted([membersTab(rows)], { made: chosen.made }).preview.state).toBe('nothing');
  });

  it('has one origin per record', () => {
    const known = recordsIn(originTable, first.made).map(({ record }) => record);
    const ids = [memberTable, contactTable].flatMap((table) => recordsIn(table, first.made).map(({ id }) => id));
    expect(new Set(known).size).toBe(known.length);
    expect(ids.every((id) => known.includes(id))).toBe(true);
  });
});

describe('adopt() when a tab of hers was copied', () => {
  const copy = membersTab(rows, 'Copie de Adhérents 2023');

  it('leaves the copy aside and says so', () => {
    const both = adopted([membersTab(rows), copy]);
    expect(names(both)).toHaveLength(4);
    expect(both.preview.questions).toMatchObject([
      { id: 'copy:Copie de Adhérents 2023', kind: 'copy', answer: 'skip' },
    ]);
    expect(detailsIn(both).tabs[1]?.reason).toContain('copie');
    expect(adopted([membersTab(rows), copy], { made: both.made }).preview.state).toBe('nothing');
  });

  it('reads it when she says so, and goes on doing so', () => {
    const input = { answers: { 'copy:Copie de Adhérents 2023': 'adopt' } };
    const both = adopted([membersTab(rows), copy], { input });
    expect(names(both)).toHaveLength(8);
    expect(adopted([membersTab(rows), copy], { made: both.made }).preview.state).toBe('nothing');
  });
});

describe('adopt() with a header that may mean two things', () => {
  const header = ['Nom', 'Nom', 'Mail', 'Statut', 'Cotisation'];
  const ambiguous = sourceOf('Membres 2023', [
    header,
    ['Bahia Sons', 'Inès Barka', 'ines@bahia.example', 'bénéficiaire', 'oui'],
    ['Sirocco Tour', 'Karim Traversac', 'karim@sirocco.example', 'hébergé', 'non'],
    ['Les Cordes Vives', 'Lucie Doré', 'lucie@cordes.example', 'bénéficiaire', 'oui'],
  ]);

  it('asks, and changes nothing before the answer', () => {
    const asked = adopted([ambiguous]);
    const questions = asked.preview.questions.filter(({ kind }) => kind === 'column');
    expect(asked.preview.state).toBe('question');
    expect(asked.plan.tabs).toEqual([]);
    const answers = Object.fromEntries(questions.map(({ id, choices }) => [id, choices[0]?.value ?? 'custom']));
    const told = adopted([ambiguous], { input: { answers } });
    expect(told.preview.state).toBe('ready');
    expect(adopted([ambiguous], { made: told.made }).preview.state).toBe('nothing');
  });
});
