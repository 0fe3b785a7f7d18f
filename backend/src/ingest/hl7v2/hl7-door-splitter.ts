import { hash } from 'node:crypto';
import { topicName, type InboundStream } from '@endwatch/contracts';
import { DoorSplitter, type DoorEntry, type DoorSplit } from '../../pipeline/front-door.ts';
import type { NewLogRecord } from '../../pipeline/event-log.ts';
import { readEr7, type Er7Message } from './er7.ts';
import { ER7_CONTENT_TYPE, isUsed, nameOf } from './hl7-decoder.ts';
import { kindOf, patientsIn } from './hl7-groups.ts';
import { IMAGING_SECTIONS } from './v2-codes.ts';

/** One HL7 v2 message → the record that goes to the log, as it came; a message about several patients once under the key of each. */
export class Hl7DoorSplitter extends DoorSplitter {
  readonly #topicPrefix: string;

  constructor(topicPrefix: string) {
    super();
    this.#topicPrefix = topicPrefix;
  }

  split(body: Buffer): Promise<DoorSplit> {
    const messages = readEr7(body);
    const [message] = 'code' in messages ? [] : messages;
    if ('code' in messages || message === undefined) {
      const { code, detail } = 'code' in messages ? messages : NOTHING;
      return Promise.resolve(one(entry(body, { refusals: [{ code, detail, ...NOBODY }] })));
    }
    const kind = kindOf(message);
    if (!isUsed(kind)) return Promise.resolve(one(entry(body, { ignored: { [nameOf(kind)]: 1 } })));
    const patients = patientsIn(message);
    if (patients.length === 0) {
      const detail = 'PID-3 has no id that can be used';
      const refusal = { code: 'no-patient', detail, ...NOBODY } as const;
      return Promise.resolve(one(entry(body, { refusals: [refusal] })));
    }
    const entries = patients.map((key, index) =>
      entry(body, { record: this.#record(message, body, { key, index }) }),
    );
    return Promise.resolve({ isBundle: entries.length > 1, entries });
  }

  #record(
    message: Er7Message,
    value: Buffer,
    { key, index }: { readonly key: string; readonly index: number },
  ): NewLogRecord {
    const { header } = message;
    const { type, event, controlId } = kindOf(message);
    const sender = [header.text(3), header.text(4)].map((part) => part ?? '').join('/');
    // Control ids start over with some senders: only the same bytes under the same id are the same message.
    const digest = hash('sha1', value, 'hex').slice(0, 16);
    return {
      topic: topicName(this.#topicPrefix, streamOf(message)),
      key,
      value,
      headers: {
        'content-type': ER7_CONTENT_TYPE,
        ce_specversion: '1.0',
        ce_source: `hl7v2:${sender}`,
        ce_id: `${controlId ?? ''}:${digest}:${String(index)}`,
        ce_type: `hl7v2.${type}_${event}`,
      },
    };
  }
}

const NOBODY = { patientId: null, resource: null };
const NOTHING = { code: 'not-fhir', detail: 'no message' } as const;

function entry(raw: Buffer, what: Partial<DoorEntry>): DoorEntry {
  return { raw, record: null, refusals: [], ignored: {}, ...what };
}

function one(only: DoorEntry): DoorSplit {
  return { isBundle: false, entries: [only] };
}

/** For load only: any message is understood on any topic. */
function streamOf(message: Er7Message): InboundStream {
  if (kindOf(message).type === 'ADT') return 'adt';
  const sections = message.segments.filter(({ name }) => name === 'OBR').map((obr) => obr.text(24));
  return sections.some((one) => IMAGING_SECTIONS.has(one ?? '')) ? 'reports' : 'labs';
}
