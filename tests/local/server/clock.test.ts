import { createClock, dayAt, sameTimeOn } from '../../../src/local/server/clock.ts';

const at = (text: string) => Date.parse(text);

describe('dayAt()', () => {
  test('is the civil day in Paris', () => {
    expect(dayAt(at('2023-05-11T22:30:00Z'))).toBe('2023-05-12');
    expect(dayAt(at('2023-12-31T22:59:59Z'))).toBe('2023-12-31');
    expect(dayAt(at('2023-12-31T23:00:00Z'))).toBe('2024-01-01');
  });
});

describe('sameTimeOn()', () => {
  test('keeps the time that Paris reads, in summer and in winter', () => {
    const winterMorning = at('2024-01-10T08:30:00Z');
    expect(sameTimeOn('2023-05-12', winterMorning)).toBe(at('2023-05-12T07:30:00Z'));
    expect(sameTimeOn('2023-01-12', winterMorning)).toBe(at('2023-01-12T08:30:00Z'));
  });

  test('stays on the day asked, around a change of hour', () => {
    for (const day of ['2023-03-26', '2023-10-29']) {
      for (let hour = 0; hour < 24; hour += 1) {
        const now = at('2024-06-01T22:00:00Z') + hour * 3_600_000;
        expect(dayAt(sameTimeOn(day, now))).toBe(day);
      }
    }
  });
});

describe('createClock()', () => {
  test('tells the real time until it is turned', () => {
    let real = at('2024-01-10T08:30:00Z');
    const clock = createClock(null, () => real);
    expect(clock.now()).toBe(real);
    real += 1000;
    expect([clock.now(), clock.day(), clock.turnedTo()]).toEqual([real, '2024-01-10', null]);
  });

  test('goes on day by day once it is turned', () => {
    let real = at('2024-01-10T08:30:00Z');
    const clock = createClock('2023-05-12', () => real);
    expect([clock.day(), clock.today()]).toEqual(['2023-05-12', '2024-01-10']);
    real += 2 * 86_400_000;
    expect(clock.day()).toBe('2023-05-14');
    expect(clock.turnedTo()).toBe('2023-05-14');
  });

  test('is back to the real time when turned to it', () => {
    const real = at('2024-01-10T08:30:00Z');
    const clock = createClock('2023-05-12', () => real);
    clock.turn(null);
    expect([clock.now(), clock.turnedTo()]).toEqual([real, null]);
    clock.turn('2025-02-01');
    clock.turn('2024-01-10');
    expect([clock.now(), clock.turnedTo()]).toEqual([real, null]);
  });
});
