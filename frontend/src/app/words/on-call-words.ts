import type { ComingGap, ToldView } from '@endwatch/contracts';
import { clockTime } from './ages.ts';
import { wardWord } from './patient-words.ts';
import { serverWords } from './server-words.ts';

const DUTY_WORDS: Readonly<Record<string, string>> = {
  'first-on-call': $localize`:@@on-call.duty.first-on-call:first on call`,
  'second-on-call': $localize`:@@on-call.duty.second-on-call:second on call`,
  'nurse-in-charge': $localize`:@@on-call.duty.nurse-in-charge:nurse in charge`,
  nurses: $localize`:@@on-call.duty.nurses:nurses of the ward`,
  neurologists: $localize`:@@on-call.duty.neurologists:neurologists of the ward`,
};

export function dutyWord(duty: string): string {
  return DUTY_WORDS[duty] ?? duty;
}

const CHANNEL_WORDS: Readonly<Record<ToldView['channel'], string>> = {
  'web-push': $localize`:@@on-call.channel.web-push:phone`,
  webhook: $localize`:@@on-call.channel.webhook:pager`,
  email: $localize`:@@on-call.channel.email:mail`,
};

const STATE_WORDS: Readonly<Record<ToldView['state'], string>> = {
  queued: $localize`:@@on-call.sent.queued:being sent`,
  sent: $localize`:@@on-call.sent.sent:sent, not confirmed yet`,
  confirmed: $localize`:@@on-call.sent.confirmed:got there`,
  unconfirmed: $localize`:@@on-call.sent.unconfirmed:not confirmed`,
  failed: $localize`:@@on-call.sent.failed:did not get there`,
  withdrawn: $localize`:@@on-call.sent.withdrawn:not sent any more`,
};

export function channelWord(channel: ToldView['channel']): string {
  return CHANNEL_WORDS[channel];
}

/** "phone, got there". */
export function deliveryWords({
  channel,
  state,
  problem,
}: Pick<ToldView, 'channel' | 'state' | 'problem'>): string {
  if (state === 'failed' && problem !== null)
    return $localize`:@@on-call.not-reached:not reached, ${serverWords(problem)}:problem:`;
  return `${CHANNEL_WORDS[channel]}, ${STATE_WORDS[state]}`;
}

/**
 * "Nobody is second on call from 20:00 to 08:00".
 * @param asOf when the server looked: by the browser's own clock what has begun may still be to come
 */
export function comingGapWords(gap: ComingGap, asOf: string): string {
  const words = nobodyWords(gap, Date.parse(asOf));
  return gap.ward === null ? words : `${wardWord(gap.ward)}: ${words}`;
}

function nobodyWords({ duty, from, to }: ComingGap, asOf: number): string {
  const who = dutyWord(duty);
  const [begins, ends] = [clockTime(Date.parse(from)), to && clockTime(Date.parse(to))];
  if (Date.parse(from) <= asOf)
    return ends === null
      ? $localize`:@@on-call.gap.throughout:Nobody is ${who}:duty: in the next 24 h`
      : $localize`:@@on-call.gap.until:Nobody is ${who}:duty: until ${ends}:time:`;
  return ends === null
    ? $localize`:@@on-call.gap.from:Nobody is ${who}:duty: from ${begins}:time:`
    : $localize`:@@on-call.gap.from-until:Nobody is ${who}:duty: from ${begins}:from: to ${ends}:to:`;
}
