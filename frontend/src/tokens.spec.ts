import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Sight, contrast, difference, fromHex, seenWith } from './app/testing/colour.ts';

const THEMES = ['light', 'dark'] as const;
const PRIORITIES = ['high', 'medium', 'low', 'technical'] as const;
const SIGHTS: readonly Sight[] = ['full', 'protanopia', 'deuteranopia', 'tritanopia'];
const GROUNDS = ['page', 'surface', 'surface-sunken', 'surface-raised'];

const TEXT = 4.5;
const SHAPE = 3;
/** ΔE of 1976 between two alarms: five times what is just noticeable. Shape and word tell them apart besides. */
const APART = 12;

const tokens = new Map(
  [
    ...readFileSync(join(__dirname, 'tokens.scss'), 'utf8').matchAll(
      /--([\w-]+): light-dark\((#\w{6})\w*, (#\w{6})\w*\);/g,
    ),
  ].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);
const colour = (name: string, theme: 'light' | 'dark') => {
  const hex = tokens.get(name)?.[theme];
  if (hex === undefined) throw new Error(`no token ${name}`);
  return fromHex(hex);
};

const onEvery = (names: readonly string[], grounds: readonly string[]) =>
  names.flatMap((name) => grounds.map((ground) => [name, ground] as const));

const TEXTS = [
  ...onEvery(['ink', 'ink-soft', 'ink-quiet'], GROUNDS),
  ...PRIORITIES.map((priority) => [`${priority}-on-fill`, `${priority}-fill`] as const),
];
const SHAPES = [
  ...onEvery(['line-strong', 'focus'], GROUNDS),
  ...onEvery(
    PRIORITIES.map((priority) => `${priority}-mark`),
    ['page', 'surface', 'surface-sunken'],
  ),
  ...onEvery(['hatch', 'change'], ['surface', 'surface-sunken']),
];
/** Nothing is told by these alone: hairlines between things that stand apart anyway, and the dimming behind a dialog. */
const ORNAMENT = ['line', 'scrim'];

describe.each(THEMES)('the colours, %s', (theme) => {
  it.each(TEXTS)('%s can be read on %s', (name, ground) => {
    expect(contrast(colour(name, theme), colour(ground, theme))).toBeGreaterThanOrEqual(TEXT);
  });

  it.each(SHAPES)('%s can be seen on %s', (name, ground) => {
    expect(contrast(colour(name, theme), colour(ground, theme))).toBeGreaterThanOrEqual(SHAPE);
  });

  describe.each(SIGHTS)('with %s sight', (sight) => {
    it.each(['fill', 'mark'])('four alarms are four colours (%s)', (part) => {
      const seen = PRIORITIES.map((priority) => ({
        priority,
        as: seenWith(sight, colour(`${priority}-${part}`, theme)),
      }));
      const alike = seen.flatMap((one, index) =>
        seen
          .slice(index + 1)
          .map((other) => ({
            pair: `${one.priority} and ${other.priority}`,
            apart: difference(one.as, other.as),
          }))
          .filter(({ apart }) => apart < APART),
      );
      expect(alike).toEqual([]);
    });
  });
});

describe('the list of colours', () => {
  it('holds no colour that nobody has looked at here', () => {
    const looked = new Set([...TEXTS, ...SHAPES].flat());
    expect([...tokens.keys()].filter((name) => !looked.has(name))).toEqual(ORNAMENT);
  });
});

describe('the measures', () => {
  it('agree with what is known', () => {
    expect(contrast(fromHex('#000000'), fromHex('#ffffff'))).toBeCloseTo(21);
    expect(contrast(fromHex('#767676'), fromHex('#ffffff'))).toBeCloseTo(4.54, 2);
    expect(difference(fromHex('#000000'), fromHex('#ffffff'))).toBeCloseTo(100, 1);
    expect(difference(fromHex('#ff0000'), fromHex('#00ff00'))).toBeCloseTo(170.6, 0);
  });

  it('make red and green of one lightness alike to who has no green cones, grey to nobody otherwise', () => {
    const [red, green] = [fromHex('#c86432'), fromHex('#828432')];
    const seen = (sight: Sight) => difference(seenWith(sight, red), seenWith(sight, green));
    expect(seen('deuteranopia')).toBeLessThan(seen('full') / 2);
    for (const sight of SIGHTS)
      expect(difference(seenWith(sight, fromHex('#808080')), fromHex('#808080'))).toBeLessThan(0.1);
  });
});
