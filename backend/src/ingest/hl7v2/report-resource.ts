import { lookup } from '@endwatch/clinical';
import type { Decoding } from '../decoding.ts';
import type { JsonObject } from '../unproven.ts';
import { metaOf } from './adt-resources.ts';
import type { Er7Segment } from './er7.ts';
import { idFrom } from './hl7-groups.ts';
import { fhirTime } from './hl7-time.ts';
import { observedAt, orderNumber, type Order, type OruInHand } from './orders.ts';
import { conceptOf } from './result-value.ts';
import { IMAGING_SECTIONS, orderStatus, resultStatus, type ResultStatus } from './v2-codes.ts';

/** Suffixes of OBX-3 that make a line part of a dictated report: body, impression, addendum and so on. */
const SECTION = /&(ADT|ADM|ANT|BOD|CMT|CNP|COD|DEV|GDT|IMP|MDT|OPN|REC|RSD|TCM|SUG|TXT)$/;
/** Nothing but lines. */
const LINE_TYPES: ReadonlySet<string> = new Set(['TX', 'FT']);
const TEXT_TYPES: ReadonlySet<string> = new Set([...LINE_TYPES, 'ST']);
const TITLES: Readonly<Record<string, string>> = lookup({
  IMP: 'Impression',
  ADT: 'Addendum',
  REC: 'Recommendations',
});

/** By its section of the department; where that is not said, by what only reports consist of. */
export function isReport({ obr, results }: Order): boolean {
  const section = obr.text(24);
  if (section !== null) return IMAGING_SECTIONS.has(section.toUpperCase());
  return (
    results.some(({ obx }) => SECTION.test(obx.text(3) ?? '')) ||
    (results.length > 0 && results.every(({ obx }) => LINE_TYPES.has(typeOf(obx))))
  );
}

export function reportOf(
  { kind, patientId }: OruInHand,
  order: Order,
  decoding: Decoding,
): readonly JsonObject[] {
  const { obr, results } = order;
  const outcome = statusOf(order);
  if ('skip' in outcome) {
    decoding.ignore('OBR:without-result');
    return [];
  }
  const at = obr.text(7) ?? observedAt(results[0]?.obx ?? null, obr);
  const appended = outcome.status === 'appended' ? kind.controlId : null;
  return [
    {
      resourceType: 'DiagnosticReport',
      // What is appended comes without what it is appended to, and stands beside it.
      id: idFrom(patientId, 'report', orderNumber(obr) ?? at, obr.text(4, 1), appended),
      meta: metaOf(kind),
      status: outcome.status,
      ...(obr.text(24) === null ? {} : { category: [{ coding: [{ code: 'RAD' }] }] }),
      code: conceptOf(obr.values(4)[0] ?? null),
      subject: { reference: `Patient/${patientId}` },
      effectiveDateTime: fhirTime(at) ?? at ?? undefined,
      issued: fhirTime(obr.text(22)) ?? undefined,
      ...contentOf(order),
    },
  ];
}

/** The lines' own word where they take back or correct; else the order's. */
function statusOf({ obr, results }: Order): ResultStatus {
  const lines = results.map(({ obx }) => resultStatus(obx.text(11)));
  const said = new Set(lines.map((line) => ('status' in line ? line.status : line.skip)));
  if (said.size === 1 && said.has('entered-in-error')) return { status: 'entered-in-error' };
  for (const status of ['corrected', 'appended', 'amended'])
    if (said.has(status)) return { status };
  return orderStatus(obr.text(25)) ?? lines[0] ?? { skip: 'ignored' };
}

function typeOf(obx: Er7Segment): string {
  return obx.code(2);
}

function contentOf(order: Order): JsonObject {
  const form = order.results.flatMap(({ obx }) => documentIn(obx));
  return form.length > 0 ? { presentedForm: form } : { conclusion: textOf(order) };
}

/** Lines in their order, with a heading where the section changes; what is taken back is left out. */
function textOf({ results }: Order): string {
  const lines: string[] = [];
  let section = '';
  for (const { obx } of results) {
    const status = resultStatus(obx.text(11));
    if (
      !TEXT_TYPES.has(typeOf(obx)) ||
      ('status' in status && status.status === 'entered-in-error')
    )
      continue;
    const [, next = ''] = SECTION.exec(obx.text(3) ?? '') ?? [];
    const title = TITLES[next];
    if (next !== section && title !== undefined) lines.push(`${title}:`);
    section = next;
    lines.push(obx.lines(5));
  }
  return lines.join('\n').trim();
}

/** ED: source, type, subtype, encoding, data. */
function documentIn(obx: Er7Segment): readonly JsonObject[] {
  const [value] = typeOf(obx) === 'ED' ? obx.values(5) : [];
  const [type, subtype, encoding, data] = [2, 3, 4, 5].map((part) => value?.text(part) ?? null);
  if (data === null || data === undefined || encoding?.toUpperCase() !== 'BASE64') return [];
  return [{ contentType: `${type ?? ''}/${subtype ?? ''}`.toLowerCase(), data }];
}
