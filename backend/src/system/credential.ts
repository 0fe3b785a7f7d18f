import type { IncomingHttpHeaders } from 'node:http';

export const SESSION_COOKIE = 'endwatch_session';
const IN_COOKIE = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;\\s]+)`);

/** What a request shows to be let in. Bearer first: a program that sends both means the token. */
export function credentialOf({ authorization, cookie }: IncomingHttpHeaders): string | null {
  const bearer = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  return bearer ?? IN_COOKIE.exec(cookie ?? '')?.[1] ?? null;
}
