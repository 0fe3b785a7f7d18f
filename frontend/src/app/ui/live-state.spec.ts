import type { Connection } from '../core/connection.ts';
import { bandWords, liveWords } from './live-state.ts';

const AT = new Date(2026, 2, 29, 14, 2).getTime();
const words = (connection: Connection): string => {
  const said = bandWords(connection, { now: AT + 60_000, nothingShown: false });
  return said === null ? '' : `${said.head} ${said.tail}`.replaceAll('\u00a0', ' ');
};
const late = (
  kind: 'cannot-save' | 'not-taking-in' | 'no-data' | 'catching-up',
  lagSeconds = 720,
): Connection => ({
  ...{ state: 'catching-up', since: AT, lagSeconds },
  trouble: { kind, since: AT },
});

describe('the band', () => {
  it('is not there while all is well', () => {
    expect(words({ state: 'live' })).toBe('');
  });

  it.each([
    ['catching-up', 'Catching up: data of the last 12 min are not shown yet.'],
    ['cannot-save', 'Endwatch cannot save at the moment. What came after 14:02 is not shown.'],
    ['not-taking-in', 'Not live since 14:02: Endwatch is not taking in new data.'],
    ['no-data', 'No new data since 14:02: the hospital’s data stream is not reaching Endwatch.'],
  ] as const)('says what %s is to a nurse', (kind, said) => {
    expect(words(late(kind))).toContain(said);
  });

  it('says that nothing has come for long, though the board is live', () => {
    expect(words({ state: 'live', quietSince: AT })).toMatch(/^No new data since 14:02/);
    expect(liveWords({ state: 'live', quietSince: AT })).toBe('Live');
  });

  it('speaks of catching up only where something moves', () => {
    expect(liveWords(late('catching-up'))).toBe('Catching up');
    expect(liveWords(late('not-taking-in'))).toBe('Not live');
    expect(words({ state: 'catching-up', since: AT, lagSeconds: 0 })).toMatch(/^Catching up\. /);
  });
});
