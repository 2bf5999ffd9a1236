import fc from 'fast-check';
import { readActivities } from '../../../../src/core/reading/values/activity.ts';
import { readDuration } from '../../../../src/core/reading/values/duration.ts';
import { minutesBetween, readHours } from '../../../../src/core/reading/values/hours.ts';
import { placeAlias } from '../../../../src/core/reading/values/place.ts';
import { clean, fold, splitList, textOf, words } from '../../../../src/core/reading/values/text.ts';

describe('fold()', () => {
  test('drops accents, case and punctuation', () => {
    expect(fold("  Déj's  Roulettes !")).toBe('dej s roulettes');
    expect(fold('Cœur & Âme – N° 10 m²')).toBe('coeur ame n 10 m2');
    expect(words('Co-développement')).toEqual(['co', 'developpement']);
    expect(words(' ?! ')).toEqual([]);
  });

  test('gives the same for what it gave', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('clean() and textOf()', () => {
  test('reduce every white space and leave the rest as typed', () => {
    expect(clean('\u00A0Label\u202F Marée\u200B\nBasse ')).toBe('Label Marée Basse');
    expect([null, 12.5, true, { error: '#REF!' }, ' a '].map(textOf)).toEqual(['', '12.5', 'VRAI', '', 'a']);
  });

  test('splitList() splits on every usual separator', () => {
    expect(splitList('a ; b, c / d & e + f et g\nh')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
  });
});

describe('readActivities()', () => {
  test.each<[string, string[], string | null]>([
    ['label / édition', ['label', 'publisher'], null],
    ['éditeur, manager', ['publisher', 'manager'], null],
    ['LABEL et producteur', ['label', 'producer'], null],
    ['édition/LABEL', ['publisher', 'label'], null],
    ['attachée de presse + stratégie digitale', ['press_officer', 'innovation_expert'], null],
    ['Tourneuse', ['booker'], null],
    ['disquaire / label', ['other', 'label'], 'disquaire'],
    ['producteur / sound design', ['producer', 'other'], 'sound design'],
    ['studio, lutherie', ['other'], 'studio, lutherie'],
    ['label, Label', ['label'], null],
    ['édition numérique', ['publisher'], null],
    ['label, ?', ['label'], null],
    ['?', [], null],
  ])('reads %p', (text, activities, other) => {
    expect(readActivities(text)).toEqual({ activities, other });
  });
});

describe('readHours()', () => {
  const read = (shown: string) => {
    const reading = readHours({ shown });
    if (reading.state === 'per_unit') return `${String(reading.minutes)} each`;
    if (reading.state !== 'hours') return reading.state;
    return `${reading.approximate ? '~' : ''}${reading.start}>${reading.end ?? ''}${reading.minutes === null ? '' : ` ${String(reading.minutes)}`}`;
  };

  test.each([
    ['18h-20h', '18:00>20:00 120'],
    ['18h – 20h', '18:00>20:00 120'],
    ['18h30-20h', '18:30>20:00 90'],
    ['18:00-20:00', '18:00>20:00 120'],
    ['9h-10h30', '09:00>10:30 90'],
    ['de 9h à 12h30', '09:00>12:30 210'],
    ['10-12h', '10:00>12:00 120'],
    ['19h-02h', '19:00>02:00 420'],
    ['10h/12h', '10:00>12:00 120'],
    ['midi-14h', '12:00>14:00 120'],
    ['10h-12h et 14h-16h', '10:00>16:00 240'],
    ['18h', '18:00>'],
    ['18h30', '18:30>'],
    ['18:30', '18:30>'],
    ['vers 18h', '~18:00>'],
    ['18h env.', '~18:00>'],
    ['à partir de 18h', '18:00>'],
    ['18h-?', '18:00>'],
    ['18h (accueil 17h30)', '18:00>'],
    ['18h-20h + pot', '18:00>20:00 120'],
    ['9h30 12h30', '09:30>12:30 180'],
    ['45 min/pers', '45 each'],
    ['midi', '~12:00>'],
    ['2h/struct', '120 each'],
    ['1h30 par structure', '90 each'],
    ['id.', 'same'],
    ['idem', 'same'],
    ['?', 'unknown'],
    ['-', 'empty'],
    ['', 'empty'],
    ['matin', 'unreadable'],
    ['45h-50h', 'unreadable'],
  ])('reads %p as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('reads a time cell', () => {
    expect(readHours({ shown: 0.75, temporal: 'time' })).toMatchObject({ start: '18:00', end: null });
    expect(readHours({ shown: { error: '#N/A' } })).toEqual({ state: 'unreadable' });
    expect(readHours(undefined)).toEqual({ state: 'empty' });
  });

  test('minutesBetween() goes past midnight', () => {
    expect([minutesBetween('19:00', '02:00'), minutesBetween('10:00', '12:30')]).toEqual([420, 150]);
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string(), (shown) => typeof readHours({ shown }).state === 'string'));
  });
});

describe('readDuration()', () => {
  test.each<[string | number, number]>([
    ['2h', 120],
    ['1h30', 90],
    ['1 h 30 min', 90],
    ['1:30', 90],
    ['90 min', 90],
    ['90mn', 90],
    ['2,5h', 150],
    ['1,5', 90],
    [2, 120],
    [1.5, 90],
    [12, 720],
    [90, 90],
    ['~2h', 120],
    ['2x1h30', 180],
    ['01:30:00', 90],
  ])('reads %p as %p minutes', (shown, minutes) => {
    expect(readDuration({ shown })).toEqual({ state: 'duration', minutes });
  });

  test('tells « idem », « ? », empty and unreadable apart', () => {
    const cells = ['id.', '?', '-', 'longtemps', 0].map((shown) => readDuration({ shown }).state);
    expect(cells).toEqual(['same', 'unknown', 'empty', 'unreadable', 'unreadable']);
    expect(readDuration({ shown: 0.0625, temporal: 'time' })).toEqual({ state: 'duration', minutes: 90 });
  });
});

describe('placeAlias()', () => {
  test('gives the right spelling only when the text has another one', () => {
    expect(placeAlias('14 rue A. Messenger')).toBe('rue André Messager');
    expect(placeAlias('rue André Messenger, 75018')).toBe('rue André Messager');
    expect(placeAlias('9 rue A. Messager')).toBeNull();
    expect(placeAlias('écrire sur Messenger')).toBeNull();
  });
});
