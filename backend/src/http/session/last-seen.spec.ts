import { MINUTE } from '@endwatch/clinical';
import { LastSeen, type Found } from './last-seen.ts';

const found = (until: number | null): Found => ({
  ...{ username: 'n', name: 'N', role: 'nurse', wards: null, credential: 'd', until },
});
const error = new Error('the database is away');

describe('who was seen last', () => {
  it.each([
    ['is believed for a quarter of an hour', 10 * MINUTE, null, true],
    ['and no longer', 16 * MINUTE, null, false],
    ['and not beyond the end of the session', 10 * MINUTE, 9 * MINUTE, false],
  ])('%s', (_, now, until, isBelieved) => {
    const seen = new LastSeen();
    const one = found(until);
    seen.keep('d', one, 0);
    const ask = (): Found => seen.recall('d', { now, error });
    if (isBelieved) expect(ask()).toBe(one);
    else expect(ask).toThrow(error);
  });

  it('is not believed longer because it was asked meanwhile', () => {
    const seen = new LastSeen();
    seen.keep('d', found(null), 0);
    for (let now = 0; now <= 14 * MINUTE; now += MINUTE) {
      seen.keep('d', seen.recall('d', { now, error }), now);
    }
    expect(() => seen.recall('d', { now: 16 * MINUTE, error })).toThrow(error);
  });

  it('nobody is who never came or who has left', () => {
    const seen = new LastSeen();
    expect(() => seen.recall('d', { now: 0, error })).toThrow(error);
    seen.keep('d', found(null), 0);
    seen.forget('d');
    expect(() => seen.recall('d', { now: 0, error })).toThrow(error);
  });
});
