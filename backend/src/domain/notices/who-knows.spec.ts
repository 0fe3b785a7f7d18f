import { knownOf } from './who-knows.ts';

it.each([
  [[], 'later'],
  [['failed'], 'unreached'],
  [['unconfirmed', 'failed'], 'unreached'],
  [['unconfirmed', 'queued'], 'waiting'],
  [['failed', 'sent'], 'reached'],
  [['confirmed', 'withdrawn'], 'reached'],
] as const)('deliveries %j: %s', (states, known) => {
  const deliveries = states.map((state) => ({ state }));
  expect(knownOf(deliveries, false)).toBe(known);
  expect(knownOf(deliveries, true)).toBe('seen');
});
