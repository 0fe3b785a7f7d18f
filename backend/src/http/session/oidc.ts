import { HOUR } from '@endwatch/clinical';
import { NO_PERSON, ROLES, type Role } from '@endwatch/contracts';
import type * as Client from 'openid-client';
import type { Configuration } from 'openid-client';
import type { Account } from '../../pipeline/account-store.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly roleClaim: string;
  readonly wardClaim: string;
  readonly wardsRequired: boolean;
  readonly roles: ReadonlyMap<string, Role>;
}

/** What the browser carries from going out to coming back. */
export interface Errand {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whoever came back is nobody here, or cannot be told who they are; the message is for them. */
export class NotLetIn extends Error {
  override readonly name = 'NotLetIn';
}

const DISCOVERED_FOR = HOUR;

/** Only where it is set up. */
const library = (): Promise<typeof Client> => import('openid-client');

/** Sign-in by OpenID Connect: authorization code with PKCE, state and nonce. */
export class Oidc {
  readonly #settings: OidcSettings;
  #found: { readonly at: number; readonly configuration: Configuration } | null = null;

  constructor(settings: OidcSettings) {
    this.#settings = settings;
  }

  /** Where the browser goes, and what it carries. Rejects when the issuer cannot be reached. */
  async start(redirectUri: string, now: number): Promise<{ url: string; errand: Errand }> {
    const client = await library();
    const errand: Errand = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(await this.#configuration(now), {
      redirect_uri: redirectUri,
      scope: 'openid profile',
      state: errand.state,
      nonce: errand.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(errand.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, errand };
  }

  /** Who came back. Rejects with {@link NotLetIn} when the claims give no role here. */
  async finish(address: URL, errand: Errand, now: number): Promise<Account> {
    const client = await library();
    const configuration = await this.#configuration(now);
    const tokens = await client.authorizationCodeGrant(configuration, address, {
      pkceCodeVerifier: errand.verifier,
      expectedState: errand.state,
      expectedNonce: errand.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new NotLetIn('The issuer did not say who you are.');
    return accountOf(claims, this.#settings);
  }

  async #configuration(now: number): Promise<Configuration> {
    if (this.#found !== null && now - this.#found.at < DISCOVERED_FOR) {
      return this.#found.configuration;
    }
    const { issuer, clientId, clientSecret } = this.#settings;
    const url = new URL(issuer);
    const isLocal = url.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that it stands out; for an issuer on this machine only
    const { discovery, allowInsecureRequests } = await library();
    const configuration = await discovery(url, clientId, clientSecret, undefined, {
      execute: isLocal ? [allowInsecureRequests] : [],
    });
    this.#found = { at: now, configuration };
    return configuration;
  }
}

type Meanings = Pick<OidcSettings, 'roleClaim' | 'wardClaim' | 'wardsRequired' | 'roles'>;

/**
 * The account that claims stand for: the strongest of the roles they give, and the wards they name. Where they name none it has every ward, unless the house wants them named.
 * Throws {@link NotLetIn}.
 */
export function accountOf(
  claims: Readonly<Record<string, unknown>>,
  { roleClaim, wardClaim, wardsRequired, roles }: Meanings,
): Account {
  const given = textsOf(claims[roleClaim]).flatMap((value) => roles.get(value) ?? []);
  const role = STRONGEST_FIRST.find((one) => given.includes(one));
  if (role === undefined) throw new NotLetIn('Your account has no role in Endwatch.');
  const subject = String(claims.sub);
  const name = [claims.name, claims.preferred_username]
    .map((one) => (typeof one === 'string' ? one.trim() : ''))
    .find((one) => one !== '' && one !== NO_PERSON);
  const wards = claims[wardClaim] === undefined ? null : textsOf(claims[wardClaim]);
  if (wardsRequired && (wards ?? []).length === 0) {
    throw new NotLetIn('Your account has no ward in Endwatch.');
  }
  // A name of its own, so that nobody becomes a local account by what an issuer says.
  return {
    username: `oidc:${subject}`,
    name: name ?? subject,
    role,
    wards,
  };
}

const STRONGEST_FIRST: readonly Role[] = [
  'admin',
  'neurologist',
  'nurse',
  'quality',
  ...ROLES.filter((role) => role === 'integration' || role === 'display'),
];

function textsOf(claim: unknown): string[] {
  if (typeof claim === 'string') return claim.split(/[\s,]+/).filter((one) => one !== '');
  return Array.isArray(claim) ? claim.filter((one) => typeof one === 'string') : [];
}
