import type { SentenceRule } from './server-words.ts';

const PARTS = {
  NIHSS: 'NIHSS',
  'Arm and leg score': $localize`:@@server.motor-score:Arm and leg score`,
};

const SINCE = {
  'since the admission examination': $localize`:@@server.since-admission:since the admission examination`,
  'since the lowest score': $localize`:@@server.since-lowest:since the lowest score`,
};

const DOUBTS = {
  'counted only over items examined both times': $localize`:@@server.doubt-partial:counted only over items examined both times`,
  'by another examiner and only just enough': $localize`:@@server.doubt-examiner:by another examiner and only just enough`,
};

const wordOf = (words: Readonly<Record<string, string>>, english: string): string =>
  words[english] ?? english;

/** What the rule for END says, as `reasonOf` of `libs/clinical` words it. */
export function endRules(): readonly SentenceRule[] {
  return [
    [
      /^(NIHSS|Arm and leg score) (?:(\d+) to (\d+) \((\+\d+)\)|(\+\d+)) (since the \w+(?: \w+)?)(?:, examined (\d+) h after admission)?(?:, (.+): please repeat)?\.$/,
      (...found) => riseWords(found),
    ],
    [
      /^NIHSS has not risen by (\d+) (since .+); arms and legs cannot be compared\.$/,
      (total, since) =>
        $localize`:@@server.no-rise-total:NIHSS has not risen by ${total}:total: ${wordOf(SINCE, since)}:since:; arms and legs cannot be compared.`,
    ],
    [
      /^NIHSS has not risen by (\d+) (since the \w+(?: \w+)?)\.$/,
      (total, since) =>
        $localize`:@@server.no-rise-only-total:NIHSS has not risen by ${total}:total: ${wordOf(SINCE, since)}:since:.`,
    ],
    [
      /^NIHSS has not risen by (\d+) nor the arm and leg score by (\d+) (since .+)\.$/,
      (total, motor, since) =>
        $localize`:@@server.no-rise:NIHSS has not risen by ${total}:total: nor the arm and leg score by ${motor}:motor: ${wordOf(SINCE, since)}:since:.`,
    ],
  ];
}

function riseWords(found: readonly string[]): string {
  const [part = '', before, after, rise, sole = '', since = '', hours, doubt] = found;
  const name = wordOf(PARTS, part);
  const risen = before
    ? $localize`:@@server.end-rise:${name}:score: ${before}:before: to ${after}:after: (${rise}:rise:) ${wordOf(SINCE, since)}:since:`
    : `${name} ${sole} ${wordOf(SINCE, since)}`;
  const when = hours
    ? $localize`:@@server.end-examined:${risen}:rise:, examined ${hours}:hours: h after admission`
    : risen;
  return doubt
    ? $localize`:@@server.end-repeat:${when}:rise:, ${wordOf(DOUBTS, doubt)}:doubt:: please repeat.`
    : `${when}.`;
}
