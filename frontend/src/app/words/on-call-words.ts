import type { ToldView } from '@endwatch/contracts';

const DUTY_WORDS: Readonly<Record<string, string>> = {
  'first-on-call': 'first on call',
  'second-on-call': 'second on call',
  'nurse-in-charge': 'nurse in charge',
};

export function dutyWord(duty: string): string {
  return DUTY_WORDS[duty] ?? duty;
}

const CHANNEL_WORDS: Readonly<Record<ToldView['channel'], string>> = {
  'web-push': 'phone',
  webhook: 'pager',
  email: 'mail',
};

const STATE_WORDS: Readonly<Record<ToldView['state'], string>> = {
  queued: 'being sent',
  sent: 'sent, not confirmed yet',
  confirmed: 'got there',
  unconfirmed: 'not confirmed',
  failed: 'did not get there',
  withdrawn: 'not sent any more',
};

/** "phone, got there". */
export function deliveryWords({
  channel,
  state,
  problem,
}: Pick<ToldView, 'channel' | 'state' | 'problem'>): string {
  if (state === 'failed' && problem !== null) return `not reached, ${problem}`;
  return `${CHANNEL_WORDS[channel]}, ${STATE_WORDS[state]}`;
}

/** Why somebody who was told cannot see to it. */
export const DECLINE_REASONS: readonly string[] = [
  'With another patient',
  'In theatre',
  'Not on duty',
  'Cannot get there in time',
];
