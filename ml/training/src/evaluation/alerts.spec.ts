import { alertHours, alertYield } from './alerts.ts';

const watched = (
  time: number,
  event: boolean,
  ...risks: readonly (readonly [hour: number, next24h: number])[]
) => ({
  followUp: { time, event },
  risks: risks.map(([hour, next24h]) => ({ hour, next24h })),
});

describe('alerts at landmark hours', () => {
  it('rings once while the risk stays up, and again after it was down', () => {
    const stay = watched(
      168,
      false,
      [3, 0.1],
      [6, 0.3],
      [12, 0.25],
      [24, 0.31],
      [36, 0.2],
      [48, 0.3],
    );
    expect(alertHours(stay, 0.3)).toEqual([6, 48]);
    expect(alertHours(stay, 0.1)).toEqual([3]);
    expect(alertHours(stay, 0.4)).toEqual([]);
  });

  it('counts burden, who was warned before END, and how early', () => {
    const stays = [
      watched(48, true, [6, 0.5], [12, 0.5]),
      watched(10, true, [3, 0.1], [6, 0.5]),
      watched(30, true, [6, 0.1]),
      watched(168, false, [6, 0.5], [12, 0.1], [24, 0.5]),
      watched(144, false, [6, 0.1]),
    ];
    expect(alertYield(stays, 0.4)).toMatchObject({
      alerts: 4,
      // (48 + 10 + 30 + 168 + 144) h = 400 h
      per100Days: (100 * 4) / (400 / 24),
      sensitivity: 2 / 3,
      followed: 1 / 4,
      // The fourth of them rang twice.
      followedCi95: null,
      lead: (42 + 4) / 2,
    });
  });

  it('counts an alert of which nobody knows in no share', () => {
    const stays = [
      watched(48, true, [30, 0.5]),
      watched(60, false, [6, 0.5], [12, 0.1], [48, 0.5]),
    ];
    expect(alertYield(stays, 0.4)).toMatchObject({ alerts: 3, undecided: 1, followed: 1 / 2 });
    const unseen = [watched(20, false, [6, 0.5])];
    expect(alertYield(unseen, 0.4)).toMatchObject({
      undecided: 1,
      followed: null,
      followedCi95: null,
    });
    const once = [watched(48, true, [30, 0.5]), watched(60, false, [6, 0.5])];
    expect(alertYield(once, 0.4).followedCi95?.[0]).toBeCloseTo(0.0945, 4);
  });

  it('says nothing of what did not happen', () => {
    expect(alertYield([watched(168, false, [6, 0.1])], 0.4)).toMatchObject({
      alerts: 0,
      sensitivity: null,
      sensitivityCi95: null,
      followed: null,
      lead: null,
      leadQuartiles: null,
    });
  });
});
