import { buildDirectory } from '../../../src/core/commands/build-directory.ts';
import { recordConsent } from '../../../src/core/commands/record-consent.ts';
import { directoryCsv } from '../../../src/core/directory/files.ts';
import type { DirectoryFile } from '../../../src/core/directory/files.ts';
import { directoryView } from '../../../src/core/views/directory.ts';
import type { DirectoryView } from '../../../src/core/views/directory.ts';
import { directoryPart } from '../../../src/core/week/directory.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { adopted, edited, moment, run } from '../../support/adoption.ts';
import { directoryLines, directoryWorkbook } from '../../support/directory.ts';
import type { Agreed } from '../../support/directory.ts';
import { sourceFromXlsx } from '../../support/source-from-xlsx.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const maree = {
  id: 'ADH-0001',
  organisation: 'Label Marée Basse',
  activities: ['label', 'éditeur'],
  email: 'contact@maree-basse.example',
  phone: '0199001234',
  website: 'https://maree-basse.example',
  presentation: 'Un label de chanson.\nÀ Paris.',
};
const sirocco = {
  id: 'ADH-0002',
  organisation: 'Sirocco Tour',
  activities: ['tourneur'],
  email: 'karim@sirocco.example',
};
const elodie = {
  id: 'CON-0001',
  member: 'ADH-0001',
  name: 'Élodie Carpentier',
  role: 'gérante',
  email: 'elodie@maree-basse.example',
  phone: '0639981122',
};
const karim = { id: 'CON-0002', member: 'ADH-0002', name: 'Karim Traversac', email: 'Karim@sirocco.example' };
const name = { member: 'ADH-0001', subject: 'directory_name' } as const;
const contact = { member: 'ADH-0001', subject: 'directory_contact' } as const;
const siroccoName = { member: 'ADH-0002', subject: 'directory_name' } as const;

const workbook = (...consents: readonly Agreed[]) => directoryWorkbook([maree, sirocco], [elodie, karim], consents);
const lines = (...consents: readonly Agreed[]) => directoryLines(workbook(...consents));
const text = (sentences: readonly string[]) => sentences.join('\n').replaceAll('\u00a0', ' ');
const viewOf = (made: Workbook) => directoryView.view(stateFrom([], made), {}, moment) as DirectoryView;

describe('who is in « Annuaire »', () => {
  it('nobody who did not say yes', () => {
    expect(lines()).toEqual(['Aucune structure n’a encore donné son accord.']);
    expect(lines({ ...name, given: false })).toEqual(['Aucune structure n’a encore donné son accord.']);
  });

  it('a structure under each of its activities, by alphabetical order of both, with its name alone when it agreed to no more', () => {
    expect(lines(siroccoName, name)).toEqual([
      'Éditeurs',
      'Label Marée Basse | label\néditeur',
      'Labels',
      'Label Marée Basse | label\néditeur',
      'Tourneurs',
      'Sirocco Tour | tourneur',
    ]);
  });

  it('nobody who agreed to the rest but not to be named', () => {
    expect(lines(contact, { ...name, subject: 'directory_presentation' })).toHaveLength(1);
  });

  it('its coordinates and its presentation once it agreed to each', () => {
    expect(lines(name, contact)[1]).toBe(
      'Label Marée Basse | label\néditeur |  |  | contact@maree-basse.example | 01 99 00 12 34 | https://maree-basse.example',
    );
    expect(lines(name, { ...name, subject: 'directory_presentation' })[1]).toContain('Un label de chanson.\nÀ Paris.');
  });

  it('a person only with their own agreement, and their address with another one', () => {
    expect(lines(name, { ...name, contact: 'CON-0001' })[1]).toBe(
      'Label Marée Basse | label\néditeur |  | Élodie Carpentier (gérante)',
    );
    expect(lines(name, { ...name, contact: 'CON-0001' }, { ...contact, contact: 'CON-0001' })[1]).toBe(
      'Label Marée Basse | label\néditeur |  | Élodie Carpentier (gérante) | elodie@maree-basse.example | 06 39 98 11 22',
    );
    expect(lines(name, { ...contact, contact: 'CON-0001' })[1]).toBe('Label Marée Basse | label\néditeur');
  });

  it('the address of a person, written as that of the structure, only when that person agreed too', () => {
    const agreed = [siroccoName, { ...siroccoName, subject: 'directory_contact' }] as const;
    expect(lines(...agreed)).toEqual(['Tourneurs', 'Sirocco Tour | tourneur']);
    expect(viewOf(workbook(...agreed)).withheld).toEqual([{ id: 'ADH-0002', name: 'Sirocco Tour' }]);
    const his = { member: 'ADH-0002', contact: 'CON-0002', subject: 'directory_contact' } as const;
    expect(lines(...agreed, his)[1]).toBe('Sirocco Tour | tourneur |  |  | karim@sirocco.example');
  });

  it('nobody who left, is a candidate, is excluded, was merged or may be a duplicate', () => {
    const gone = [
      { left_on: '2023-05-12' },
      { imposed_status: 'candidate' as const },
      { imposed_status: 'excluded' as const },
      { merged_into: 'ADH-0002' },
      { start: '2023-09-01' },
    ];
    for (const fields of gone)
      expect(directoryLines(directoryWorkbook([{ ...maree, ...fields }, sirocco], [], [name]))).toEqual([
        'Aucune structure n’a encore donné son accord.',
      ]);
    const left = directoryWorkbook(
      [maree],
      [{ ...elodie, left_on: '2023-03' }],
      [name, { ...name, contact: 'CON-0001' }],
    );
    expect(directoryLines(left)[1]).toBe('Label Marée Basse | label\néditeur');
  });

  it('nobody in doubt: a withdrawal or a departure that cannot be read holds the structure back, and says where', () => {
    for (const [tab, header, value] of [
      ['Consentements', 'Retiré le', 'hier'],
      ['Adhérents', 'Parti le', 'au printemps'],
      ['Consentements', 'N°', null],
    ] as const) {
      const made = workbook(name, siroccoName);
      const broken = { ...made, [tab]: edited(withColumn(made[tab] ?? [], header), 2, header, value) };
      const done = run(buildDirectory, [], { made: broken });
      expect(directoryLines(broken)).toEqual(['Tourneurs', 'Sirocco Tour | tourneur']);
      expect(done.wish.problems[0]).toMatchObject({ tab, row: 2 });
    }
  });

  it('the latest answer counts, wherever she sorted its row', () => {
    const made = workbook({ ...name, given: false }, name);
    const [head = [], first = [], second = []] = made['Consentements'] ?? [];
    expect(directoryLines({ ...made, Consentements: [head, second, first] })).toHaveLength(4);
  });
});

/** The tab with a column of a later version that it may lack. */
function withColumn(grid: Workbook[string], header: string): Workbook[string] {
  const [head = [], ...rows] = grid;
  return head.includes(header) ? grid : [[...head, header], ...rows];
}

describe('« Construire l’annuaire »', () => {
  it('says how many are in it, and why the others are not', () => {
    const { wish, preview } = run(buildDirectory, [], { made: workbook(name) });
    expect(preview.state).toBe('ready');
    expect(text(wish.summary)).toBe(
      '1 structure sur 2 adhérents figure dans l’annuaire, avec les seules mentions que chacune a acceptées.\n1 adhérent : aucune réponse notée, donc pas nommé.',
    );
  });

  it('states its rule at its head, and its date, which changes only with its content', () => {
    const first = run(buildDirectory, [], { made: workbook(name) }).made;
    const head = text((first['Annuaire'] ?? []).slice(0, 6).map(([cell]) => (typeof cell === 'string' ? cell : '')));
    expect(head).toMatchInlineSnapshot(`
     "Annuaire des adhérents
     Construit le 12/05/2023 à partir de l’onglet « Adhérents » et des consentements.
     1 structure sur 2 adhérents, par activité ; qui en a plusieurs est sous chacune. L’autre structure n’a pas donné son accord, ou pas encore : elle n’est pas nommée.
     Nom, coordonnées, présentation : chaque mention n’est là que parce que la structure l’a acceptée. Une personne n’est nommée, et jointe, qu’avec son propre accord.
     L’adresse ou le numéro d’une personne demande l’accord de cette personne ; une adresse générique (contact@…) est celle de la structure.
     Un accord retiré disparaît à la construction suivante. Qui est parti, seulement candidat ou en double n’y est jamais."
    `);
    expect(run(buildDirectory, [], { made: first, today: '2023-06-01' }).plan.tabs).toEqual([]);
  });

  it('a consent taken back is gone at the next build, and « Cette semaine » asks for it first of all', () => {
    const built = run(buildDirectory, [], { made: workbook(name, siroccoName) }).made;
    const steps = (made: Workbook) => directoryPart.steps(stateFrom([], made), moment);
    expect(steps(workbook(name))).toEqual([]);
    expect(steps(built)).toEqual([]);
    const input = { member: 'ADH-0002', subject: 'directory_name', given: false };
    const withdrawn = run(recordConsent, [], { made: built, input }).made;
    expect(steps(withdrawn)[0]).toMatchObject({
      tone: 'urgent',
      urgency: 0,
      action: { do: 'command', command: 'build-directory' },
    });
    expect(steps(withdrawn)[0]?.text).toContain('Sirocco Tour');
    expect(viewOf(withdrawn).standing).toEqual({ state: 'excessive', names: ['Sirocco Tour'] });
    const again = run(buildDirectory, [], { made: withdrawn });
    expect(text(again.wish.summary)).toContain('À retirer de l’annuaire actuel, ou à corriger : « Sirocco Tour ».');
    expect(JSON.stringify(again.made['Annuaire'])).not.toContain('Sirocco');
    expect(steps(again.made)).toEqual([]);
  });

  it('one answer may be about several things at once, each kept by itself', () => {
    const input = { ...name, given: true, others: ['directory_contact', 'directory_name'] };
    const done = run(recordConsent, [], { made: workbook(), input });
    expect(text(done.wish.summary)).toBe(
      '« Label Marée Basse » accepte : nom dans l’annuaire, le 12/05/2023.\n« Label Marée Basse » accepte : coordonnées dans l’annuaire, le 12/05/2023.',
    );
    expect(directoryLines(done.made)[1]).toContain('contact@maree-basse.example');
    const back = run(recordConsent, [], { made: done.made, input: { ...input, given: false } }).made;
    expect(directoryLines(back)).toHaveLength(1);
  });

  it('one more consent makes it late, not urgent', () => {
    const built = run(buildDirectory, [], { made: workbook(name) }).made;
    const more = run(recordConsent, [], { made: built, input: { ...siroccoName, given: true } }).made;
    expect(directoryPart.steps(stateFrom([], more), moment)).toMatchObject([{ tone: 'normal' }]);
    expect(viewOf(more).standing.state).toBe('behind');
  });

  it('refuses kindly where there is nobody, and where a column is missing', () => {
    expect(run(buildDirectory, []).wish.refusal).toContain('aucun adhérent');
    const made = workbook(name);
    const [head = [], ...rows] = made['Consentements'] ?? [];
    const broken = { ...made, Consentements: [head.map((cell) => (cell === 'Accordé' ? 'Ok' : cell)), ...rows] };
    expect(run(buildDirectory, [], { made: broken }).wish.refusal).toContain('colonne');
  });

  it('on the adopted sample names nobody, since no consent is noted there, of 100 members', async () => {
    const { made } = adopted(await sourceFromXlsx('src/local/sample/mila-2023.xlsx'));
    const view = viewOf(made);
    expect([view.entries.length, view.counted, view.unlisted.length]).toEqual([0, 100, 100]);
    const input = { member: 'ADH-0003', subject: 'directory_name', given: true };
    const one = run(recordConsent, [], { made, input }).made;
    expect(directoryLines(one)).toEqual(['Tourneurs', 'Tournesol Booking | tourneur']);
  });
});

describe('the files for the site', () => {
  const detailsOf = (made: Workbook) => run(buildDirectory, [], { made }).wish.details as DirectoryFile;

  it('JSON has stable keys, and null for what was not agreed to', () => {
    expect(detailsOf(workbook(name, contact))).toEqual({
      format: 'regie.directory',
      version: 1,
      association: null,
      date: '2023-05-12',
      members: [
        {
          name: 'Label Marée Basse',
          activities: [
            { code: 'label', label: 'label' },
            { code: 'publisher', label: 'éditeur' },
          ],
          presentation: null,
          email: 'contact@maree-basse.example',
          phone: '01 99 00 12 34',
          website: 'https://maree-basse.example',
          people: [],
        },
      ],
    });
  });

  it('CSV opens in a French spreadsheet: BOM, « ; », quotes where needed, one line per structure', () => {
    const csv = directoryCsv(viewOf(workbook(name, contact, { ...name, subject: 'directory_presentation' })).entries);
    expect(csv).toBe(
      '\uFEFFStructure;Activités;Présentation;Personnes;E-mail;Téléphone;Site web\r\n' +
        'Label Marée Basse;"label ; éditeur";"Un label de chanson.\nÀ Paris.";;contact@maree-basse.example;01 99 00 12 34;https://maree-basse.example\r\n',
    );
  });

  it.each([
    ['=HYPERLINK("http://evil.example";"ici")', `"'=HYPERLINK(""http://evil.example"";""ici"")"`],
    ['+33 1', `"'+33 1"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1+1', `"'\t=1+1"`],
    ['＝1+1', `"'＝1+1"`],
    ['Chez "Nous"', '"Chez ""Nous"""'],
  ])('CSV takes no text for a formula: %s', (hostile, cell) => {
    const entries = viewOf(directoryWorkbook([{ ...maree, organisation: hostile }], [], [name])).entries;
    expect(directoryCsv(entries).split('\r\n')[1]?.startsWith(`${cell};`)).toBe(true);
  });

  it('a number from abroad stays a text', () => {
    const entries = viewOf(directoryWorkbook([{ ...maree, phone: '+442012345678' }], [], [name, contact])).entries;
    expect(directoryCsv(entries)).toContain(';00 442012345678;');
  });
});
