import type { NihssItem, NihssItemScore } from '@endwatch/clinical';

/** An answer list: codes of the scores 0, 1, 2 … in order. */
type AnswerList = readonly string[];

const ARM: AnswerList = ['LA18456-6', 'LA18457-4', 'LA18458-2', 'LA18459-0', 'LA18460-8'];
const LEG: AnswerList = ['LA18462-4', 'LA18463-2', 'LA18464-0', 'LA18465-7', 'LA18460-8'];

/** LOINC answer lists LL2024-9 … LL2036-3 of the items of panel 70182-1. */
const ANSWERS: Readonly<Record<NihssItem, AnswerList>> = {
  '1a': ['LA18436-8', 'LA18437-6', 'LA18438-4', 'LA18439-2'],
  '1b': ['LA18440-0', 'LA18441-8', 'LA18442-6'],
  '1c': ['LA18443-4', 'LA18444-2', 'LA18445-9'],
  '2': ['LA6626-1', 'LA18446-7', 'LA18447-5'],
  '3': ['LA18448-3', 'LA18449-1', 'LA18450-9', 'LA18451-7'],
  '4': ['LA18452-5', 'LA18453-3', 'LA18454-1', 'LA18455-8'],
  '5a': ARM,
  '5b': ARM,
  '6a': LEG,
  '6b': LEG,
  '7': ['LA9634-2', 'LA18466-5', 'LA18467-3'],
  '8': ['LA18468-1', 'LA18469-9', 'LA18470-7'],
  '9': ['LA18471-5', 'LA18472-3', 'LA18473-1', 'LA18474-9'],
  '10': ['LA6626-1', 'LA18475-6', 'LA18476-4'],
  '11': ['LA18478-0', 'LA18479-8', 'LA18480-6'],
};

/** "Amputation or joint fusion" of the limbs and ataxia; "intubated or other physical barrier" of speech. */
const UNTESTABLE: ReadonlySet<string> = new Set(['LA18461-6', 'LA18477-2']);

/** Score that a LOINC answer code stands for at an item; null when the item has no such answer. */
export function scoreOfAnswer(item: NihssItem, answer: string): NihssItemScore | null {
  if (UNTESTABLE.has(answer)) return 'UN';
  const score = ANSWERS[item].indexOf(answer);
  return score === -1 ? null : score;
}
