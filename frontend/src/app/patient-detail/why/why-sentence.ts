import {
  FACT_UNIT,
  type ExplainedChange,
  type ExplainedInput,
  type Explanation,
} from '@endwatch/contracts';
import { spokenLanguage } from '../../core/language.ts';
import { measured, percent } from '../../words/figures.ts';
import { findingName } from '../../words/input-words.ts';
import { figureOf } from './why-lines.ts';

/** As the server's own sentence counts: more is not taken in at 3 a.m., and half a percent does not show. */
const MOST_NAMED = 3;
const LEAST_SHARE = 0.005;

/** What moved the risk, or what it rests on, in one sentence: the server's in English, composed of the same parts in another language. */
export function whySentence(told: Explanation): string {
  if (spokenLanguage() === 'en') return told.sentence;
  const { change, next24h } = told;
  if (change === null || percent(change.next24h) === percent(next24h)) return restsOn(told);
  const way = next24h > change.next24h ? 1 : -1;
  const moved = change.inputs
    .filter(({ share }) => way * share >= LEAST_SHARE)
    .slice(0, MOST_NAMED)
    .map((one) => changeWords(one, told));
  const hours =
    way * change.timeShare >= LEAST_SHARE
      ? [$localize`:@@why.the-hours:the hours since admission`]
      : [];
  const why = [...moved, ...hours].join(', ') || $localize`:@@why.small-changes:many small changes`;
  const [from, to] = [percent(change.next24h), percent(next24h)];
  return way > 0
    ? $localize`:@@why.rose:Risk rose from ${from}:from: to ${to}:to:: ${why}:why:.`
    : $localize`:@@why.fell:Risk fell from ${from}:from: to ${to}:to:: ${why}:why:.`;
}

function restsOn(told: Explanation): string {
  const { inputs, baseRisk, next24h } = told;
  const named = (some: readonly ExplainedInput[]): string =>
    some
      .slice(0, MOST_NAMED)
      .map((one) => inputWords(one, told))
      .join(', ');
  const up = named(inputs.filter(({ share }) => share >= LEAST_SHARE));
  const down = named(inputs.filter(({ share }) => share <= -LEAST_SHARE));
  const parts = [
    ...(up === '' ? [] : [$localize`:@@why.raised-by:raised by ${up}:findings:`]),
    ...(down === '' ? [] : [$localize`:@@why.lowered-by:lowered by ${down}:findings:`]),
    $localize`:@@why.nothing-known:${percent(baseRisk)}:risk: at this hour with nothing known of the patient`,
  ];
  return $localize`:@@why.risk-is:Risk ${percent(next24h)}:risk:: ${parts.join('; ')}:parts:.`;
}

function inputWords(one: ExplainedInput, told: Explanation): string {
  const { name, value, unit } = one;
  if (name === 'report') return reportWords(told);
  if (unit === FACT_UNIT || value === null) return factWords(one, value);
  return `${findingName(one)} ${figureOf(name, value, unit)}`;
}

function changeWords(one: ExplainedChange, told: Explanation): string {
  const { before, after, isNew } = one;
  const name = findingName(one);
  if (one.name !== 'report' && after === null)
    return $localize`:@@why.none-of-late:no ${name}:finding: of late`;
  const words = inputWords({ ...one, value: after, ageHours: null, standardError: 0 }, told);
  if (isNew) return $localize`:@@why.is-new:${words}:finding: (new)`;
  if (one.unit === FACT_UNIT || before === null || after === null) return words;
  const now = figureOf(one.name, after, one.unit);
  if (measured(before) === measured(after))
    return `${name} ${$localize`:@@why.still:still ${now}:value:`}`;
  return $localize`:@@why.went:${name}:finding: ${measured(before)}:before: to ${now}:after:`;
}

/** The server has picked the words of the reports that count most. */
function reportWords({ sentence }: Explanation): string {
  const phrase = /report words “([^”]*)”/.exec(sentence)?.[1];
  return phrase === undefined
    ? $localize`:@@why.report:imaging report`
    : $localize`:@@why.report-words:report words “${phrase}:phrase:”`;
}

/** As the server says it: a fact that is not there, and a woman, who is no man who is missing. */
function factWords(one: ExplainedInput, value: number | null): string {
  const name = findingName(one);
  if (value !== 0) return name;
  return one.name === 'sex-male'
    ? $localize`:@@input.sex-female:Female sex`
    : $localize`:@@why.without:no ${name}:finding:`;
}
