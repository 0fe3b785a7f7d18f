import {
  checkTotal,
  isNihssItemScore,
  NIHSS_PANEL_LOINC,
  NIHSS_SCALE,
  NIHSS_TOTAL_LOINC,
  NIHSS_TOTAL_MAXIMUM,
  nihssItemOfLoinc,
  nihssTotal,
  type NihssItem,
  type NihssItemFact,
  type NihssItemScore,
  type NihssTotalFact,
  type ObservationFact,
} from '@endwatch/clinical';
import { codingsOf, labelOf, loincCodes, LOINC, systemOf } from './coding.ts';
import { scoreOfAnswer } from './nihss-answer.ts';
import {
  isWithoutValue,
  quantityOf,
  type Notes,
  type ObservationInHand,
  type Valued,
} from './observed-value.ts';
import { asObject, asText, quoted } from './unproven.ts';

/** What the panel carries beside scores: the interval ("baseline", "24 h") it was examined at. */
const INTERVAL_LOINC = '70183-9';

/** Units that say no more than "points": words, and UCUM annotations, which are all of dimension 1. */
const POINTS = /^(1|points?|score|\{[^{}]*\})$/i;

/**
 * Scores of one Observation of the NIH Stroke Scale: a total, an item, or a panel of them. An item out of range costs only itself. A total that
 * is not the sum of its items is noted, and both are kept: the sum is what holds.
 */
export function readNihss(inHand: ObservationInHand, notes: Notes): readonly ObservationFact[] {
  const { observation, codes, components } = inHand;
  const facts: ObservationFact[] = [];
  const own = codes.find((code) => isScored(code)) ?? NIHSS_PANEL_LOINC;
  // A panel may carry the total as its own value.
  const hasOwnValue = !isWithoutValue(observation);
  if (own !== NIHSS_PANEL_LOINC || hasOwnValue) {
    const code = own === NIHSS_PANEL_LOINC ? NIHSS_TOTAL_LOINC : own;
    const expected = components.length === 0 && observation.hasMember === undefined;
    if (hasOwnValue || expected) readScore({ valued: observation, code, field: '' }, facts, notes);
  }
  for (const [index, component] of components.entries()) {
    const field = `component[${String(index)}].`;
    const known = loincCodes(component.code);
    const code = known.find((one) => isScored(one));
    if (code !== undefined) readScore({ valued: component, code, field }, facts, notes);
    else if (!known.includes(INTERVAL_LOINC)) {
      notes.reject(
        'unknown-code',
        `${field}code ${quoted(known[0] ?? 'without LOINC')} is no item of the scale`,
      );
    }
  }
  checkSum(facts, notes);
  return facts;
}

function isScored(code: string): boolean {
  return code === NIHSS_TOTAL_LOINC || nihssItemOfLoinc(code) !== null;
}

interface ScoreInHand {
  readonly valued: Valued;
  readonly code: string;
  /** Path of the value's owner in the resource, with a dot at its end; empty for the Observation itself. */
  readonly field: string;
}

function readScore(inHand: ScoreInHand, facts: ObservationFact[], notes: Notes): void {
  const item = nihssItemOfLoinc(inHand.code);
  const fact = item === null ? totalFact(inHand, notes) : itemFact(inHand, item, notes);
  if (fact === null) return;
  const charted = facts.some((one) => isSame(one, fact));
  if (charted) notes.reject('nihss-item-range', `${inHand.field}${nameOf(fact)} is charted twice`);
  else facts.push(fact);
}

function isSame(a: ObservationFact, b: ObservationFact): boolean {
  return a.kind === 'nihss-item' && b.kind === 'nihss-item' ? a.item === b.item : a.kind === b.kind;
}

function nameOf(fact: ObservationFact): string {
  return fact.kind === 'nihss-item' ? `item ${fact.item}` : fact.kind;
}

function itemFact(inHand: ScoreInHand, item: NihssItem, notes: Notes): NihssItemFact | null {
  const score = itemScore(inHand, item, notes);
  if (score === null) return null;
  if (isNihssItemScore(item, score)) {
    const reason = score === 'UN' ? reasonOf(inHand.valued) : null;
    return { kind: 'nihss-item', item, score, ...(reason === null ? {} : { reason }) };
  }
  const { maximum, untestable } = NIHSS_SCALE[item];
  const range = `0–${String(maximum)}${untestable ? ' or UN' : ''}`;
  const detail = `${inHand.field}value of item ${item} is ${quoted(score)}, allowed is ${range}`;
  notes.reject('nihss-item-range', detail);
  return null;
}

const LONGEST_REASON = 200;

/** Why an item is untestable, in the sender's own words beside the code. */
function reasonOf({ valueCodeableConcept, dataAbsentReason }: Valued): string | null {
  const said = asText((asObject(valueCodeableConcept) ?? asObject(dataAbsentReason))?.['text']);
  return said?.trim().slice(0, LONGEST_REASON) ?? null;
}

/** Null where nothing is charted (and nothing wrong) or where what is charted is no score; the latter is noted. */
function itemScore(inHand: ScoreInHand, item: NihssItem, notes: Notes): NihssItemScore | null {
  const { valued, field } = inHand;
  if (isWithoutValue(valued)) {
    // Only where the form knows UN does a reason for absence mean it; elsewhere the item was simply not charted.
    if (valued.dataAbsentReason !== undefined) return NIHSS_SCALE[item].untestable ? 'UN' : null;
    if (valued.status !== 'registered') {
      notes.reject('value-not-numeric', `${field}value of item ${item} is missing`);
    }
    return null;
  }
  if (valued.valueCodeableConcept !== undefined) {
    const score = answerScore(valued, item);
    if (score === null) {
      const answer = quoted(labelOf(valued.valueCodeableConcept) ?? 'without code');
      notes.reject('nihss-item-range', `${field}${answer} is no answer of item ${item}`);
    }
    return score;
  }
  // Some charts write the word into a string; it says exactly what the code would.
  if (asText(valued.valueString)?.trim().toUpperCase() === 'UN') return 'UN';
  return pointsOf(inHand, `item ${item}`, notes);
}

function answerScore(valued: Valued, item: NihssItem): NihssItemScore | null {
  for (const coding of codingsOf(valued.valueCodeableConcept)) {
    if (systemOf(coding) !== LOINC || typeof coding.code !== 'string') continue;
    const score = scoreOfAnswer(item, coding.code);
    if (score !== null) return score;
  }
  return null;
}

function totalFact(inHand: ScoreInHand, notes: Notes): NihssTotalFact | null {
  const { valued, field } = inHand;
  if (isWithoutValue(valued)) {
    if (valued.dataAbsentReason === undefined && valued.status !== 'registered') {
      notes.reject('value-not-numeric', `${field}value of the total is missing`);
    }
    return null;
  }
  const total = pointsOf(inHand, 'the total', notes);
  if (total === null) return null;
  if (Number.isInteger(total) && total >= 0 && total <= NIHSS_TOTAL_MAXIMUM) {
    return { kind: 'nihss-total', total };
  }
  notes.reject('value-implausible', `${field}total ${String(total)} is not a whole number of 0–42`);
  return null;
}

/** A number of points: an integer, or a quantity whose unit says no more than points. */
function pointsOf({ valued, field }: ScoreInHand, what: string, notes: Notes): number | null {
  const sent = quantityOf(valued);
  if (typeof sent === 'string' || sent.comparator !== null) {
    const found = typeof sent === 'string' ? sent : 'valueQuantity.comparator';
    notes.reject('value-not-numeric', `${field}${found} of ${what} is not a number`);
    return null;
  }
  const unit = sent.code ?? sent.unit;
  if (unit !== null && !POINTS.test(unit)) {
    notes.reject(
      'unit-unknown',
      `${field}valueQuantity of ${what}: unit ${quoted(unit)} is not points`,
    );
    return null;
  }
  return sent.value;
}

function checkSum(facts: readonly ObservationFact[], notes: Notes): void {
  const total = facts.find((fact) => fact.kind === 'nihss-total')?.total ?? null;
  const charted = facts.filter((fact) => fact.kind === 'nihss-item');
  const items = Object.fromEntries(charted.map(({ item, score }) => [item, score]));
  if (checkTotal(items, total) !== 'mismatch') return;
  const sum = String(nihssTotal(items));
  const detail = `total ${String(total)}, sum of ${String(charted.length)} items ${sum}`;
  notes.reject('nihss-total-mismatch', detail);
}
