import type { EndDefinitionSetting, EndRuleView } from '@endwatch/contracts';
import { NBSP } from './figures.ts';

const DAY_HOURS = 24;

/** "+2 in total or +1 in arms and legs, within 7 days of admission". */
export function endWords(definition: EndDefinitionSetting): string {
  const [rise, window] = [riseWords(definition), windowWords(definition.windowHours)];
  return $localize`:@@words.end:${rise}:rise:, within ${window}:window: of admission`;
}

function riseWords({ total, motor }: EndDefinitionSetting): string {
  return motor === null
    ? $localize`:@@words.end.rise.total:+${total}:total: in total`
    : $localize`:@@words.end.rise:+${total}:total: in total or +${motor}:motor: in arms and legs`;
}

function windowWords(hours: number): string {
  const days = hours / DAY_HOURS;
  return Number.isInteger(days) && days > 1
    ? $localize`:@@words.end.window.days:${days}:days: days`
    : `${String(hours)}${NBSP}h`;
}

export function isSameEnd(a: EndDefinitionSetting, b: EndDefinitionSetting): boolean {
  return a.total === b.total && a.motor === b.motor && a.windowHours === b.windowHours;
}

/** Said beside every forecast of a house that has another END than the model; null where both are the same. */
export function otherEndWords(rule: EndRuleView | null): string | null {
  if (rule?.differs !== true) return null;
  const { forecast, house } = rule;
  if (forecast.windowHours !== house.windowHours) {
    return $localize`:@@words.end.differs:The forecast is for END by ${endWords(forecast)}:forecast:; this house confirms END by ${endWords(house)}:house:`;
  }
  // Short, for it has to fit beside what else the head of a board says.
  const [theirs, ours] = [riseWords(forecast), riseWords(house)];
  const window = windowWords(house.windowHours);
  return $localize`:@@words.end.differs-rise:The forecast is for END by ${theirs}:forecast:; this house confirms END by ${ours}:house: (both within ${window}:window:)`;
}

const RANGES: readonly (readonly [(definition: EndDefinitionSetting) => boolean, string])[] = [
  [
    ({ total }) => isWhole(total, 1, 4),
    $localize`:@@words.end.bad-total:The rise in total is 1 to 4 points`,
  ],
  [
    ({ motor }) => motor === null || isWhole(motor, 1, 2),
    $localize`:@@words.end.bad-motor:The rise in arms and legs is 1 or 2 points, or does not count`,
  ],
  [
    ({ windowHours }) => isWhole(windowHours, 24, 168),
    $localize`:@@words.end.bad-window:END counts for 24 to 168 whole hours after admission`,
  ],
];

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** What is wrong with a definition, as the server would say it too; null where it can be kept. */
export function endProblem(definition: EndDefinitionSetting): string | null {
  return RANGES.find(([holds]) => !holds(definition))?.[1] ?? null;
}
