import { hash } from 'node:crypto';
import { Ids } from '../pipeline/ports.ts';

/** Name-based ids: the first 128 bits of SHA-256, written as a UUID of version 8. */
export class ContentIds extends Ids {
  of(...parts: readonly (string | number)[]): string {
    const hex = hash('sha256', JSON.stringify(parts), 'hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
}
