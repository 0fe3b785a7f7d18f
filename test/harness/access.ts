import type { BrowserContext } from 'playwright-core';

/** Of the first administrator, wherever a test does not say otherwise. */
export const PASSWORD = 'correct horse battery';
const COOKIE = 'endwatch_session';

const tokens = new Map<string, Promise<string>>();

async function signIn(address: string, password = PASSWORD): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'admin', password }),
  });
  const token = new RegExp(`${COOKIE}=([^;]+)`).exec(answer.headers.get('set-cookie') ?? '')?.[1];
  if (!token) throw new Error(`could not sign in at ${address}: ${answer.status}`);
  return token;
}

/** For an Endwatch whose administrator has another password; rejects where it is wrong. */
export async function signInWith(address: string, password: string): Promise<void> {
  tokens.set(new URL(address).origin, Promise.resolve(await signIn(address, password)));
}

/** A session of the administrator there; one for each address, however often it is asked for. */
export function tokenFor(address: string): Promise<string> {
  const origin = new URL(address).origin;
  let token = tokens.get(origin);
  if (!token) {
    token = signIn(origin);
    tokens.set(origin, token);
    token.catch(() => tokens.delete(origin));
  }
  return token;
}

export async function bearer(address: string): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${await tokenFor(address)}` };
}

/** For socket.io-client: who connects, each time it does. */
export const socketAuth =
  (address: string) =>
  (tell: (auth: { token?: string }) => void): void => {
    tokenFor(address).then(
      (token) => {
        tell({ token });
      },
      () => {
        tell({});
      },
    );
  };

/** Pages of this context are the administrator's. */
export async function enter(context: BrowserContext, address: string): Promise<void> {
  const { origin } = new URL(address);
  const value = await tokenFor(address);
  await context.addCookies([
    { name: COOKIE, value, url: origin, httpOnly: true, sameSite: 'Strict' },
  ]);
}
