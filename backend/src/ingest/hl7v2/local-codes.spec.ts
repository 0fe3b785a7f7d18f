import { parseLocalCodes } from './local-codes.ts';

describe('a site’s own codes', () => {
  it('are looked up by system and code', () => {
    const codes = parseLocalCodes(
      '{"WinPath":{"tt-1":"14682-9","tt-2":"2951-2"},"L":{"x":"1988-5"}}',
    );
    expect([...codes]).toEqual([
      ['WinPath|tt-1', '14682-9'],
      ['WinPath|tt-2', '2951-2'],
      ['L|x', '1988-5'],
    ]);
  });

  it.each([
    ['{', 'not JSON'],
    ['[]', 'its root'],
    ['{"L":{"x":"creatinine"}}', 'L → x'],
    ['{"L":"x"}', 'at L'],
  ])('%s is refused, and says where', (json, where) => {
    expect(() => parseLocalCodes(json)).toThrow(where);
  });
});
