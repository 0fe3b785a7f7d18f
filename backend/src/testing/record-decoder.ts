import type { ClinicalRecord, LocationRecord } from '@endwatch/clinical';
import { MessageDecoder, type Decoded } from '../pipeline/ports.ts';

export interface PlainMessage {
  readonly records?: readonly ClinicalRecord[];
  readonly locations?: readonly LocationRecord[];
}

/** Messages that are clinical records already: what is tested is what happens after reading. */
export class RecordDecoder extends MessageDecoder {
  decode(value: Buffer): Decoded {
    const text = value.toString('utf8');
    if (text === 'boom') throw new TypeError('a bug in the decoder');
    if (!text.startsWith('{')) {
      const detail = 'the value is not JSON';
      return {
        records: [],
        locations: [],
        ignored: {},
        rejections: [{ code: 'not-json', detail, patientId: null, resource: null }],
      };
    }
    const message = JSON.parse(text) as PlainMessage;
    return {
      records: message.records ?? [],
      locations: message.locations ?? [],
      rejections: [],
      ignored: {},
    };
  }
}

export function plainMessage(message: PlainMessage): Buffer {
  return Buffer.from(JSON.stringify(message), 'utf8');
}
