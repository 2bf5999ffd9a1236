/** The number of an establishment, SIRET (domain: D11). */

/** True for fourteen digits with their key: Luhn on all of them and on the first nine; La Poste has a rule of its own. */
export function isSiret(text: string): boolean {
  const digits = text.replace(/[\s.\u00A0\u202F-]/gu, '');
  if (!/^\d{14}$/u.test(digits) || !luhn(digits.slice(0, 9))) return false;
  const sum = [...digits].reduce((total, digit) => total + Number(digit), 0);
  return luhn(digits) || (digits.startsWith('356000000') && sum % 5 === 0);
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
