import { messageOf, spokenLanguage } from '../core/language.ts';
import { measured, NBSP } from './figures.ts';
import { phraseId } from './phrase-id.ts';
import { calendarRules } from './server-calendar-words.ts';
import { endRules } from './server-end-words.ts';
import { refusalRules } from './server-refusal-words.ts';

/** A pattern of a sentence of the server, and how it is said with what stands in its brackets. */
export type SentenceRule = readonly [pattern: RegExp, say: (...parts: string[]) => string];

/** "6 h", "2 days" and what is expected how often, within a sentence. */
const PIECES: readonly SentenceRule[] = [
  [/^(\d+) days$/, (days) => `${days}${NBSP}d`],
  [
    /^every ([\d.]+) h$/,
    (hours) => $localize`:@@server.every:every ${measured(Number(hours))}:hours: h`,
  ],
  [/^every (\d+) min$/, (min) => $localize`:@@server.every-minutes:every ${min}:minutes: min`],
  [
    /^at least every (\d+) h$/,
    (hours) => $localize`:@@server.at-least:at least every ${hours}:hours: h`,
  ],
  [
    /^first one within ([\d.]+) h$/,
    (hours) =>
      $localize`:@@server.first-within:first one within ${measured(Number(hours))}:hours: h`,
  ],
  [
    /^first one within (\d+) min$/,
    (min) => $localize`:@@server.first-within-minutes:first one within ${min}:minutes: min`,
  ],
  [
    /^(.+) after thrombolysis$/,
    (every) =>
      $localize`:@@server.after-thrombolysis:${serverWords(every)}:every: after thrombolysis`,
  ],
  [
    /^(.+) on day (\d+)$/,
    (every, day) => $localize`:@@server.on-day:${serverWords(every)}:every: on day ${day}:day:`,
  ],
  [/^(.+) and (.+)$/, (a, b) => bothWords(a, b)],
];

const RISK: readonly SentenceRule[] = [
  [
    /^Risk of getting worse in the next 24 h is (.+?) \(on at (.+?)\)$/,
    (risk, on) =>
      $localize`:@@server.risk-high:Risk of getting worse in the next 24 h is ${risk}:risk: (on at ${on}:limit:)`,
  ],
  [
    /^Risk of getting worse in the next 24 h rose from (.+) to (.+) since the last alert$/,
    (from, to) =>
      $localize`:@@server.risk-rose:Risk of getting worse in the next 24 h rose from ${from}:from: to ${to}:to: since the last alert`,
  ],
  [
    /^Risk of getting worse in the next 24 h rose from (.+) to (.+) since it was snoozed$/,
    (from, to) =>
      $localize`:@@server.risk-rose-snoozed:Risk of getting worse in the next 24 h rose from ${from}:from: to ${to}:to: since it was snoozed`,
  ],
  [
    /^Risk of getting worse in the next 24 h is (.+), now also by (.+)$/,
    (risk, by) =>
      $localize`:@@server.risk-also:Risk of getting worse in the next 24 h is ${risk}:risk:, now also by ${serverWords(by)}:evidence:`,
  ],
  [
    /^A value was corrected: the risk is (.+), below (.+)$/,
    (risk, limit) =>
      $localize`:@@server.corrected-below:A value was corrected: the risk is ${risk}:risk:, below ${limit}:limit:`,
  ],
  [
    /^A value was corrected: the risk is (.+) and did not rise$/,
    (risk) =>
      $localize`:@@server.corrected-flat:A value was corrected: the risk is ${risk}:risk: and did not rise`,
  ],
  [
    /^Risk is back to (.+)$/,
    (risk) => $localize`:@@server.risk-back:Risk is back to ${risk}:risk:`,
  ],
  [
    /^Risk fell to (.+) \(off below (.+)\)$/,
    (risk, off) =>
      $localize`:@@server.risk-fell:Risk fell to ${risk}:risk: (off below ${off}:limit:)`,
  ],
  [
    /^(.+), after a correction$/,
    (said) =>
      $localize`:@@server.after-correction:${serverWords(said)}:sentence:, after a correction`,
  ],
];

const UPKEEP: readonly SentenceRule[] = [
  [
    /^Not examined for (.+) \((.+)\)$/,
    (time, due) =>
      $localize`:@@server.not-examined:Not examined for ${serverWords(time)}:time: (${serverWords(due)}:expected:)`,
  ],
  [
    /^Not examined since admission, (.+) \((.+)\)$/,
    (time, due) =>
      $localize`:@@server.never-examined:Not examined since admission, ${serverWords(time)}:time: (${serverWords(due)}:expected:)`,
  ],
  [
    /^No vital signs for (.+) \(expected (.+)\)$/,
    (time, due) =>
      $localize`:@@server.no-vitals:No vital signs for ${serverWords(time)}:time: (expected ${serverWords(due)}:expected:)`,
  ],
];

const PEOPLE: readonly SentenceRule[] = [
  [
    /^Declined: (.+)$/,
    (why) => $localize`:@@server.declined:Declined: ${serverWords(why)}:reason:`,
  ],
  [
    /^(.+), (\d.*) late$/,
    (said, time) =>
      $localize`:@@server.late:${serverWords(said)}:sentence:, ${serverWords(time)}:time: late`,
  ],
  [
    /^(.+): (the .+ on call|the nurse in charge) is told(?: when the quiet hours end, at (.+))?$/,
    (why, who, at) => {
      const told = $localize`:@@server.is-told:${serverWords(why)}:why:: ${serverWords(who)}:who: is told`;
      return at
        ? $localize`:@@server.after-quiet:${told}:told: when the quiet hours end, at ${at}:time:`
        : told;
    },
  ],
  [
    /^Nobody took it within (.+)$/,
    (time) => $localize`:@@server.nobody-took:Nobody took it within ${serverWords(time)}:time:`,
  ],
  [
    /^Handed over at the end of the shift: (.+) had it$/,
    (who) =>
      $localize`:@@server.handed-over:Handed over at the end of the shift: ${serverWords(who)}:who: had it`,
  ],
  [
    /^(.+) took it (.+) ago and it is still open$/,
    (who, time) =>
      $localize`:@@server.still-open:${serverWords(who)}:who: took it ${serverWords(time)}:time: ago and it is still open`,
  ],
  [
    /^(.+) has taken it already$/,
    (who) => $localize`:@@server.taken-already:${serverWords(who)}:who: has taken it already`,
  ],
  [
    /^This forecast was made by model (.+), which is not in service any more: nobody can ask it\.$/,
    (model) =>
      $localize`:@@server.model-gone:This forecast was made by model ${model}:model:, which is not in service any more: nobody can ask it.`,
  ],
];

const RULES = [
  ...endRules(),
  ...RISK,
  ...UPKEEP,
  ...PEOPLE,
  ...calendarRules(),
  ...refusalRules(),
  ...PIECES,
];

/** Two of the server's pieces; a sentence of somebody's own is not taken apart at its "and". */
function bothWords(a = '', b = ''): string {
  const [one, other] = [serverWords(a), serverWords(b)];
  return one === a || other === b
    ? `${a} and ${b}`
    : $localize`:@@server.and:${one}:a: and ${other}:b:`;
}

const FIGURE_AND_UNIT = /(\d) (h|min|%|days?)(?!\w)/g;

/**
 * What the server says, in the reader's language. It speaks English and keeps what it said: what it always says in the same words
 * (reasons, definitions, groups, refusals) has a message of its own, whose id is made of the words; its other sentences follow few
 * patterns. What is neither (somebody's own words, a name, a sentence of another version) stays as it came.
 */
export function serverWords(english: string): string {
  if (spokenLanguage() === 'en') return english.replaceAll(FIGURE_AND_UNIT, `$1${NBSP}$2`);
  const phrase = messageOf(phraseId(english));
  if (phrase !== undefined) return phrase;
  for (const [pattern, say] of RULES) {
    const found = pattern.exec(english);
    if (found) return say(...found.slice(1));
  }
  return english;
}

/** Why there is no forecast. */
export function noForecast(reason: string | null): string {
  return reason === null ? $localize`:@@words.no-forecast:No forecast` : serverWords(reason);
}
