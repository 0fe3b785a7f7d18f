import type { EndFinding, EndRise } from '@endwatch/clinical';
import type { AlertState } from './alert.ts';
import { closedByHand, NOTHING, type RuleInput, type Verdict } from './verdict.ts';

/** END is a fact: high when the rule is met, medium where the finding asks for a repeat first. Who goes on getting worse rings again at each further step. */
export function endVerdict(input: RuleInput): Verdict {
  const { end, rise } = input.situation;
  const gone = whyGone(end);
  if (gone !== null) return { say: 'absent', reason: gone };
  const cause = endCause(end, rise);
  if (end.at === null || (input.open === null && !ringsAnew(cause, input))) return NOTHING;
  const confirmed = end.status === 'confirmed';
  return {
    say: 'present',
    priority: confirmed ? 'high' : 'medium',
    reason: reasonOf(end, rise?.at === end.at ? null : rise),
    cause,
    score: null,
    again: confirmed && isWorse(cause, input.open),
  };
}

function whyGone({ status, repeat }: EndFinding): string | null {
  if (status !== 'confirmed' && status !== 'suspected') {
    return 'END withdrawn: the examination it rested on was corrected or taken back';
  }
  return repeat === 'not-met' ? 'The repeat examination did not confirm END' : null;
}

/** Where none is open. */
function ringsAnew(cause: string, { policy, situation }: RuleInput): boolean {
  const { end, rise, now } = situation;
  if (now - (rise?.at ?? end.at ?? now) > policy.oldestEnd) return false;
  return closedByHand(situation, 'end-confirmed').every((closed) => isNews(cause, closed.cause));
}

function isWorse(cause: string, open: AlertState | null): boolean {
  return open !== null && (open.priority === 'medium' || grew(cause, open.cause));
}

function reasonOf(end: EndFinding, further: EndRise | null): string {
  if (end.status !== 'confirmed') return askForRepeat(end.reason);
  return further?.reason ?? end.reason;
}

function askForRepeat(reason: string): string {
  if (/repeat/i.test(reason)) return reason;
  return `${reason.replace(/[.]$/, '')}. Please repeat the examination`;
}

/** Which END it is, and how many steps it has gone. */
function endCause({ status, at, rule }: EndFinding, rise: EndRise | null): string {
  const steps = rise === null ? '' : `${String(rise.total)}+${String(rise.motor)}`;
  return [status, String(at), rule ?? '', steps].join('|');
}

/** Of another END, or of one that went on. */
function isNews(now: string, before: string): boolean {
  return endOf(now) !== endOf(before) || grew(now, before);
}

function endOf(cause: string): string {
  return cause.split('|').slice(0, 3).join('|');
}

/** One of the steps has become more. What an alert has not kept of its steps it has none to compare with. */
function grew(now: string, before: string): boolean {
  const [steps, those] = [stepsOf(now), stepsOf(before)];
  return steps.some((step, n) => step > (those[n] ?? Infinity));
}

function stepsOf(cause: string): readonly number[] {
  const steps = cause.split('|')[3] ?? '';
  return steps === '' ? [] : steps.split('+').map(Number);
}
