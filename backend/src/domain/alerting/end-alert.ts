import { NOTHING, type RuleInput, type Verdict } from './verdict.ts';

/** END is a fact: high when the rule is met, medium where the finding asks for a repeat first. */
export function endVerdict({ policy, situation, open }: RuleInput): Verdict {
  const { end, now } = situation;
  if (end.status !== 'confirmed' && end.status !== 'suspected') {
    return {
      say: 'absent',
      reason: 'END withdrawn: the examination it rested on was corrected or taken back',
    };
  }
  if (end.repeat === 'not-met') {
    return { say: 'absent', reason: 'The repeat examination did not confirm END' };
  }
  if (end.at === null) return NOTHING;
  if (open === null && now - end.at > policy.oldestEnd) return NOTHING;
  const confirmed = end.status === 'confirmed';
  return {
    say: 'present',
    priority: confirmed ? 'high' : 'medium',
    reason: confirmed ? end.reason : askForRepeat(end.reason),
    cause: `${end.status}|${String(end.at)}|${end.rule ?? ''}`,
    score: null,
    again: confirmed && open?.priority === 'medium',
  };
}

function askForRepeat(reason: string): string {
  if (/repeat/i.test(reason)) return reason;
  return `${reason.replace(/[.]$/, '')}. Please repeat the examination`;
}
