import { isSiret, typedEmails, typedPhones, typedSiret, typedWebsite } from '../../../src/core/members/coordinates.ts';

describe('typedSiret()', () => {
  // domain: D11
  it.each(['20003452800014', '200 034 528 00014', '35600000000048', '35600000009075', '99900001100018'])(
    'accepts %s',
    (text) => {
      expect(typedSiret(text)).toEqual({ ok: true, value: text.replace(/\s/gu, '') });
    },
  );

  it.each(['20003452800041', '35600000009076', '7.32829E+13', '1234'])('refuses %s with its cure', (text) => {
    const typed = typedSiret(text);
    expect(typed.ok ? '' : typed.message).toMatch(/SIRET.*Recopiez-le/u);
  });

  it('takes an empty text for none', () => {
    expect(typedSiret('  ')).toEqual({ ok: true, value: null });
  });

  it('wants the first nine digits right too', () => {
    expect(isSiret('20003452900012')).toBe(false);
  });
});

describe('typedEmails() and typedPhones()', () => {
  it('keeps each address once, in lower case', () => {
    expect(typedEmails('Anna@Maree.example ; bob@maree.example, anna@maree.example')).toEqual({
      ok: true,
      value: ['anna@maree.example', 'bob@maree.example'],
    });
  });

  it('says which address is wrong', () => {
    const typed = typedEmails('anna@maree.example ; palier(at)palier.example');
    expect(typed.ok ? '' : typed.message).toContain('palier(at)palier.example');
  });

  it('keeps ten digits', () => {
    expect(typedPhones('+33 6 39 98 12 34 / 01 99 00 12 34')).toEqual({
      ok: true,
      value: ['0639981234', '0199001234'],
    });
  });

  it('refuses a number that is too short', () => {
    expect(typedPhones('06 39 98').ok).toBe(false);
  });
});

test('typedWebsite() adds what a browser needs, and refuses what is no address', () => {
  expect(typedWebsite('www.maree.example/label')).toEqual({ ok: true, value: 'https://www.maree.example/label' });
  expect(typedWebsite('javascript:alert(1)').ok).toBe(false);
});
