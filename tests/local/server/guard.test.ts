import { type Asking, FRAME_POLICY, PAGE_POLICY, turnedAway } from '../../../src/local/server/guard.ts';

const own: Asking = {
  method: 'POST',
  path: '/api/run',
  host: '127.0.0.1:8423',
  origin: 'http://127.0.0.1:8423',
  fetchSite: 'same-origin',
  fetchMode: 'cors',
};

describe('turnedAway()', () => {
  test('lets the own page in, by either name of this machine', () => {
    expect(turnedAway(own, 8423)).toBeNull();
    expect(turnedAway({ ...own, host: 'localhost:8423', origin: 'http://localhost:8423' }, 8423)).toBeNull();
  });

  test('lets a program of this machine in: it says no origin', () => {
    const program = { ...own, origin: undefined, fetchSite: undefined, fetchMode: undefined };
    expect(turnedAway(program, 8423)).toBeNull();
  });

  test.each(['rebound.example:8423', '127.0.0.1:8424', '127.0.0.1', 'localhost.example:8423', '', undefined])(
    'turns the host "%s" away',
    (host) => {
      expect(turnedAway({ ...own, host }, 8423)).toMatch(/^Cannot serve/u);
    },
  );

  test.each(['http://rebound.example', 'http://127.0.0.1:3000', 'https://127.0.0.1:8423', 'null'])(
    'turns the origin "%s" away',
    (origin) => {
      expect(turnedAway({ ...own, origin }, 8423)).toMatch(/^Cannot serve/u);
    },
  );

  test('turns away what another site loads, but a link to the page', () => {
    const afar: Asking = { ...own, method: 'GET', origin: undefined, fetchSite: 'cross-site', fetchMode: 'no-cors' };
    expect(turnedAway({ ...afar, path: '/api/workbook' }, 8423)).not.toBeNull();
    expect(turnedAway({ ...afar, path: '/' }, 8423)).not.toBeNull();
    expect(turnedAway({ ...afar, path: '/', fetchMode: 'navigate' }, 8423)).toBeNull();
    expect(turnedAway({ ...afar, path: '/api/workbook', fetchMode: 'navigate' }, 8423)).not.toBeNull();
  });
});

describe('the policies', () => {
  test('let nothing come from elsewhere', () => {
    expect(PAGE_POLICY).toContain("default-src 'none'");
    expect(FRAME_POLICY).toContain("default-src 'none'");
    expect(`${PAGE_POLICY} ${FRAME_POLICY}`).not.toMatch(/https?:|\*/u);
  });

  test('give the frame no origin of its own', () => {
    expect(FRAME_POLICY).toMatch(/sandbox (?!.*allow-same-origin)/u);
  });
});
