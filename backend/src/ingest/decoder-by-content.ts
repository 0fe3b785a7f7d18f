import { MessageDecoder, type Decoded, type Origin } from '../pipeline/ports.ts';
import { ER7_CONTENT_TYPE } from './hl7v2/hl7-decoder.ts';

/** FHIR, unless the record says that it is HL7 v2. */
export class DecoderByContent extends MessageDecoder {
  readonly #fhir: MessageDecoder;
  readonly #hl7: MessageDecoder;

  constructor(decoders: { readonly fhir: MessageDecoder; readonly hl7: MessageDecoder }) {
    super();
    this.#fhir = decoders.fhir;
    this.#hl7 = decoders.hl7;
  }

  decode(value: Buffer, origin: Origin): Decoded | Promise<Decoded> {
    const [type] = (origin.headers['content-type'] ?? '').split(';');
    const decoder = type?.trim().toLowerCase() === ER7_CONTENT_TYPE ? this.#hl7 : this.#fhir;
    return decoder.decode(value, origin);
  }
}
