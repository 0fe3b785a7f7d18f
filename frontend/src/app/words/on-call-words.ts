import type { ToldView } from '@endwatch/contracts';
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
