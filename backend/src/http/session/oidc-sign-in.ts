import type { Log } from '../../pipeline/log.ts';
import type { Oidc } from './oidc.ts';

/** How people sign in with the accounts of their site. */
export class OidcSignIn {
  /** Null where that is not set up. */
  readonly client: Oidc | null;
  /** Where Endwatch is reached from outside; null: as the request came. */
  readonly publicUrl: string | null;
  readonly log: Log;

  constructor(parts: { client: Oidc | null; publicUrl: string | null; log: Log }) {
    this.client = parts.client;
    this.publicUrl = parts.publicUrl;
    this.log = parts.log.child({ part: 'oidc' });
  }
}
