import { BROWSER } from './blows/browser.ts';
import { KILLS } from './blows/kills.ts';
import { REBALANCE } from './blows/rebalance.ts';
import { BROKERS, POSTGRES } from './blows/servers.ts';
import { UNWELL } from './blows/unwell.ts';
import type { Kind } from './kind.ts';

export const KINDS: readonly Kind[] = [
  ...KILLS,
  ...BROKERS,
  ...POSTGRES,
  ...REBALANCE,
  ...BROWSER,
  ...UNWELL,
];
