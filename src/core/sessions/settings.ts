/** What « Réglages » says about the calendar of sessions: the breaks of the year (domain: D8). */
import { isDay } from '../day.ts';
import type { Day } from '../day.ts';
import type { SettingDefinition } from '../settings.ts';
import { settingValue } from '../tables/setting.ts';
import type { Setting } from '../tables/setting.ts';

const GROUP = 'Séances';

const breakDay = (key: string, label: string, day: string): SettingDefinition => ({
  key,
  label,
  help: 'Aucune séance n’est proposée pendant cette pause, premier et dernier jours compris. Tapez un jour et un mois, par exemple 14/07.',
  default: day,
  group: GROUP,
  accepts: 'day_month',
});

const summerFrom = breakDay('summer_break_from', 'Pause d’été : premier jour', '14/07');
const summerUntil = breakDay('summer_break_until', 'Pause d’été : dernier jour', '31/08');
const winterFrom = breakDay('winter_break_from', 'Pause d’hiver : premier jour', '20/12');
const winterUntil = breakDay('winter_break_until', 'Pause d’hiver : dernier jour', '04/01');

/** Whether the clock prepares the reminders of sessions by itself. */
export const remindersSetting: SettingDefinition = {
  key: 'session_reminders',
  label: 'Rappels automatiques des séances',
  help: 'oui : un message une semaine avant et un la veille, aux personnes inscrites. non : vous les préparez vous-même.',
  default: 'oui',
  group: GROUP,
  accepts: 'yes_no',
};

/** The settings of sessions, in the order in which they are listed. */
export const sessionSettings: readonly SettingDefinition[] = [
  remindersSetting,
  summerFrom,
  summerUntil,
  winterFrom,
  winterUntil,
];

/** A time of the year without sessions, both days included. */
export interface Break {
  /** French: « pause d’été ». */
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
}

/** The breaks that touch a year; one that passes the end of the year counts on both sides of it. */
export function breaksOf(settings: readonly Setting[], year: number): readonly Break[] {
  const on = (definition: SettingDefinition, of: number): Day => {
    const day = dayIn(settingValue(settings, definition.key) ?? definition.default, of);
    return day ?? dayIn(definition.default, of) ?? `${String(of)}-12-31`;
  };
  return [year - 1, year].flatMap((first) =>
    [
      { name: 'pause d’été', from: summerFrom, until: summerUntil },
      { name: 'pause d’hiver', from: winterFrom, until: winterUntil },
    ].map(({ name, from, until }) => {
      const start = on(from, first);
      const end = on(until, first);
      return { name, from: start, until: end < start ? on(until, first + 1) : end };
    }),
  );
}

function dayIn(text: string, year: number): Day | null {
  const [, day = '', month = ''] = /^(\d{1,2})\/(\d{1,2})$/u.exec(text.trim()) ?? [];
  const civil = `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(civil) ? civil : null;
}
