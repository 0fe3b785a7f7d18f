import { ROLES, type Role } from '@endwatch/contracts';
import * as z from 'zod';

const rolePair = z.string().regex(new RegExp(`^[^=,]+=(${ROLES.join('|')})$`));

/** Sign-in by a site's own accounts. */
export const OIDC_VARIABLES = {
  OIDC_ISSUER: { schema: z.url({ protocol: /^https?$/ }).optional(), allowed: 'a URL' },
  OIDC_CLIENT_ID: { schema: z.string().min(1).optional(), allowed: 'a client id' },
  OIDC_CLIENT_SECRET: {
    schema: z.string().min(1).optional(),
    allowed: 'a client secret',
    secret: true,
  },
  OIDC_ROLE_CLAIM: { schema: z.string().min(1).default('roles'), allowed: 'name of a claim' },
  OIDC_WARD_CLAIM: { schema: z.string().min(1).default('wards'), allowed: 'name of a claim' },
  OIDC_WARDS_REQUIRED: { schema: z.enum(['0', '1']).default('0'), allowed: '0 or 1' },
  OIDC_ROLES: {
    schema: z
      .string()
      .default(ROLES.map((role) => `${role}=${role}`).join(','))
      .transform((text) => text.split(','))
      .pipe(z.array(rolePair)),
    allowed: `value=role by comma; roles are ${ROLES.join(', ')}`,
  },
} satisfies Record<string, { schema: z.ZodType; allowed: string; secret?: boolean }>;

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly roleClaim: string;
  readonly wardClaim: string;
  /** Whether whoever comes without the ward claim is sent away, or has every ward. */
  readonly wardsRequired: boolean;
  /** Value of the role claim → role here. */
  readonly roles: ReadonlyMap<string, Role>;
}

/** Null without an issuer. Throws RangeError with the name of the variable that is missing. */
export function oidcSettings(given: {
  readonly issuer: string | undefined;
  readonly clientId: string | undefined;
  readonly clientSecret: string | undefined;
  readonly roleClaim: string;
  readonly wardClaim: string;
  readonly wardsRequired: boolean;
  readonly roles: readonly string[];
}): OidcSettings | null {
  const { issuer, clientId, clientSecret, roleClaim, wardClaim, wardsRequired } = given;
  if (issuer === undefined) return null;
  if (clientId === undefined) throw new RangeError('OIDC_CLIENT_ID');
  if (clientSecret === undefined) throw new RangeError('OIDC_CLIENT_SECRET');
  const roles = new Map(
    given.roles.map((pair): [string, Role] => {
      const [value = '', role] = pair.split('=');
      return [value, role as Role];
    }),
  );
  return { issuer, clientId, clientSecret, roleClaim, wardClaim, wardsRequired, roles };
}
