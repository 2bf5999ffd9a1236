import { readWorkbook } from '../../../src/core/reading/read-workbook.ts';
import { sheet } from '../../support/sheet-notation.ts';

const SESSIONS = `
  Date | Quoi | Horaire | Inscrits | Présents
  30/05/2024 | JURIQUIZZ | 18h-20h | 3 |
  30/05/2024 | Club MILA | 12h-14h | 8 |
  31/05/2024 | Afterwork | 19h | 12 |`;

function link(title: string, sessions = SESSIONS) {
  const attendance = sheet(
    'présence',
    `
    ${title}
    N° | NOM | Prénom | Structure | Signature
    1 | Alpha | Anna | Alpha Records |
    2 | Beta | Bob | Beta |`,
  );
  const tabs = [sheet('Ateliers', sessions), attendance];
  const [, read] = readWorkbook(tabs, { workbook: 'w', today: '2024-05-12' }).reading.tabs;
  return { session_link: read!.session_link, controls: read!.controls };
}

describe('linkSheets()', () => {
  test('finds the session of the same day and programme, and compares the registered', () => {
    expect(link('FEUILLE DE PRÉSENCE - JuriQuizz, jeudi 30 mai 2024, 18h-20h')).toEqual({
      session_link: { tab: 'Ateliers', row: 2 },
      controls: [
        {
          row: null,
          column: null,
          label: 'Inscrits (Ateliers, ligne 2)',
          what: 'count',
          declared: 3,
          declared_raw: 3,
          computed: 2,
          matches: false,
        },
      ],
    });
  });

  test('without a programme, the only session of the day is meant, and two are none', () => {
    expect(link('FEUILLE DE PRÉSENCE du 31 mai 2024').session_link).toEqual({ tab: 'Ateliers', row: 4 });
    expect(link('FEUILLE DE PRÉSENCE du 30 mai 2024')).toEqual({ session_link: null, controls: [] });
  });

  test('a sheet without a date, or without sessions, has no link', () => {
    expect(link('FEUILLE DE PRÉSENCE').session_link).toBeNull();
    expect(link('FEUILLE DE PRÉSENCE du 30 mai 2023').session_link).toBeNull();
  });
});
