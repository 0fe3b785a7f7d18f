import { initialsOf } from './wall-view.ts';

describe('a name on the wall', () => {
  it.each([
    ['Berg, Anna Maria', 'B. A. M.'],
    ["O'Neil, Seán", 'O. S.'],
    ['Müller-Lüdenscheidt, Jürgen', 'M. J.'],
    ['Ødegård', 'Ø.'],
    ['王, 小明', '王. 小.'],
    ['', ''],
    ['??', ''],
  ])('%s → %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
