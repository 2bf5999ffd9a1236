/** The parts of a date in a text: which day, month and year were written, and what is left. */
import { remembered } from '../../remembered.ts';
import { dayOfSerial } from '../../day.ts';
import { clean, fold } from './text.ts';

/** What was written of a date; nothing is checked against the calendar yet. */
export interface DateParts {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
  readonly rest: string;
  readonly bareSerial?: true;
}

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan', 'january'],
  ['fevrier', 'fevr', 'fev', 'feb', 'february'],
  ['mars', 'mar', 'march'],
  ['avril', 'avr', 'apr', 'april'],
  ['mai', 'may'],
  ['juin', 'jun', 'june'],
  ['juillet', 'juil', 'jul', 'july'],
  ['aout', 'aou', 'aug', 'august'],
  ['septembre', 'sept', 'sep', 'september'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];

const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

const LEAD =
  /^(?:(?:lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\.?(?=\s)|le(?=\s)|du(?=\s)|au(?=\s)|(?:d[ée]but|fin|courant)(?!\p{L})|mi-?|depuis(?: le)?|d[èe]s(?: le)?|[àa] partir d[eu](?: l[ae])?|vers(?: le)?|env(?:iron)?\.?|avant(?: le)?|(?:jusqu['’]?(?:en|au)?|en)(?!\p{L})|~|≈|±)\s*/iu;

/** The first month named in a text, or `null`. */
export function monthIn(text: string): number | null {
  for (const word of fold(text).split(' ')) {
    const month = MONTH_NUMBERS.get(word);
    if (month !== undefined && word !== 'may' && word !== 'mar' && word !== 'jun') return month;
  }
  return null;
}

/** The first year between 1990 and 2099 written in a text, or `null`. */
export function yearIn(text: string): number | null {
  const year = /(?<!\d)(199\d|20\d{2})(?!\d)/u.exec(text)?.[1];
  return year === undefined ? null : Number(year);
}

/** The parts of the date that the text begins with, after words such as « jeudi », « fin » or « depuis », or `null`. */
export const dateIn = remembered((text): DateParts | null => {
  let bare = clean(text);
  for (let lead = LEAD.exec(bare); lead !== null; lead = LEAD.exec(bare)) {
    // « mar » is Tuesday before a number and March before a year.
    if (/^mar\.?\s*\d{4}$/iu.test(bare)) break;
    bare = bare.slice(lead[0].length);
  }
  return written(bare.replace(/^premier(?=\s)/iu, '1er')) ?? afterWords(bare);
});

function written(text: string): DateParts | null {
  return (
    iso(text) ??
    numeric(text) ??
    compact(text) ??
    dayMonthName(text) ??
    monthNameDay(text) ??
    monthName(text) ??
    yearOrSerial(text)
  );
}

// « AG du 12/05/2023 »: a full date after a few words without digits is meant; the words stay beside it.
function afterWords(text: string): DateParts | null {
  const found = /^(\p{L}[^\d]{0,30}?)\s(\d{1,2}\s?([/.-])\s?\d{1,2}\s?\3\s?(?:\d{4}|\d{2}))$/u.exec(text);
  const date = found === null ? null : numeric(found[2] ?? '');
  return date === null ? null : { ...date, rest: clean(found?.[1] ?? '') };
}

function iso(text: string): DateParts | null {
  const found = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)(?:T[\d:.Z+]*)?(.*)$/u.exec(text);
  if (found === null) return null;
  const [, year = '', month = '', day, rest = ''] = found;
  return parts({ day, month: Number(month), year: Number(year), rest });
}

function numeric(text: string): DateParts | null {
  const full = /^(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d)(.*)$/u.exec(text);
  if (full !== null) {
    const [, day, , month = '', year = '', rest = ''] = full;
    return parts({ day, month: Number(month), year: fullYear(year), rest });
  }
  const spaced = /^(\d{2}) (\d{2}) (\d{4})$/u.exec(text);
  if (spaced !== null) return parts({ day: spaced[1], month: Number(spaced[2]), year: Number(spaced[3]), rest: '' });
  const monthYear = /^(\d{1,2})\s?[/.-]\s?(\d{4})(?![\d/])(.*)$/u.exec(text);
  if (monthYear !== null) {
    const [, month = '', year = '', rest = ''] = monthYear;
    return parts({ day: undefined, month: Number(month), year: Number(year), rest });
  }
  return dayMonth(text);
}

function dayMonth(text: string): DateParts | null {
  const [, day, month = '', rest = ''] = /^(\d{1,2})[/.-](\d{1,2})(?![\d:/.,-])(.*)$/u.exec(text) ?? [];
  if (day === undefined) return null;
  // « 09/23 » has no such month: it is the month of a year.
  const isMonthYear = month.length === 2 && Number(month) > 12 && Number(month) < 50 && Number(day) <= 12;
  if (isMonthYear) return parts({ day: undefined, month: Number(day), year: fullYear(month), rest });
  return parts({ day, month: Number(month), year: null, rest });
}

// « 20230112 », « 12012023 »: eight digits are a date when they can be one.
function compact(text: string): DateParts | null {
  const [, first = '', second = '', third = '', fourth = ''] = /^(\d{2})(\d{2})(\d{2})(\d{2})$/u.exec(text) ?? [];
  if (first === '') return null;
  const isYearFirst = first === '19' || first === '20';
  const [year, month, day] = isYearFirst ? [first + second, third, fourth] : [third + fourth, second, first];
  const isLikely = Number(year) >= 1900 && Number(year) < 2100 && Number(month) <= 12 && Number(day) <= 31;
  return isLikely ? parts({ day, month: Number(month), year: Number(year), rest: '' }) : null;
}

function dayMonthName(text: string): DateParts | null {
  const found =
    /^(\d{1,2})\s*(?:er|e|ème|st|nd|rd|th)?[\s./-]*(?:of\s+)?(\p{L}+)\.?(?:[\s./,-]*(\d{4}|['’]?\d{2})(?![\d:h]))?(.*)$/iu.exec(
      text,
    );
  const month = found === null ? null : monthNumber(found[2] ?? '');
  if (found === null || month === null) return null;
  return parts({ day: found[1], month, year: typedYear(found[3]), rest: found[4] ?? '' });
}

function monthNameDay(text: string): DateParts | null {
  const found = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)(.*)$/iu.exec(text);
  const month = found === null ? null : monthNumber(found[1] ?? '');
  if (found === null || month === null) return null;
  return parts({ day: found[2], month, year: Number(found[3]), rest: found[4] ?? '' });
}

function monthName(text: string): DateParts | null {
  const found = /^(\p{L}+)\.?(?:[\s./-]*(\d{4}|['’]?\d{2})(?![\d:h]))?(?!\p{L})(.*)$/iu.exec(text);
  const month = found === null ? null : monthNumber(found[1] ?? '');
  if (found === null || month === null) return null;
  return parts({ day: undefined, month, year: typedYear(found[2]), rest: found[3] ?? '' });
}

function yearOrSerial(text: string): DateParts | null {
  const year = /^((?:19|20)\d{2})(?!\d)(?=$|[\s(,;?!.])(.*)$/u.exec(text);
  if (year !== null) return parts({ day: undefined, month: null, year: Number(year[1]), rest: year[2] ?? '' });
  const serial = /^[2-7]\d{4}$/u.test(text) ? Number(text) : null;
  if (serial === null) return null;
  const [head = '', month = '', day = ''] = dayOfSerial(serial).split('-');
  return { day: Number(day), month: Number(month), year: Number(head), rest: '', bareSerial: true };
}

function typedYear(text: string | undefined): number | null {
  return text === undefined ? null : fullYear(text.replace(/\D/gu, ''));
}

function parts(found: { day: string | undefined; month: number | null; year: number | null; rest: string }): DateParts {
  return {
    ...found,
    day: found.day === undefined ? null : Number(found.day),
    rest: clean(found.rest).replace(/^[.,;:!]+$/u, ''),
  };
}

function monthNumber(name: string): number | null {
  return MONTH_NUMBERS.get(fold(name)) ?? null;
}

// Years 00 to 49 are of this century.
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}
