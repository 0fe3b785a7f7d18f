import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { AuditEntryView, SessionView } from '@endwatch/contracts';
import { freePorts } from '../kafka/free-ports.ts';
import { ROOT } from '../harness/child.ts';
import { Endwatch } from '../harness/system.ts';

/** What a browser keeps, by site. */
class Browser {
  readonly #jars = new Map<string, Map<string, string>>();

  /** Follows redirects as a browser does; answers with the last answer and where it came from. */
  async open(address: string): Promise<{ response: Response; url: URL }> {
    let url = new URL(address);
    for (let hops = 0; hops < 15; hops++) {
      const jar = this.#jars.get(url.origin) ?? new Map<string, string>();
      this.#jars.set(url.origin, jar);
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      const next = response.headers.get('location');
      if (next === null) return { response, url };
      url = new URL(next, url);
    }
    throw new Error('redirected for ever');
  }
}

describe('sign-in by OpenID Connect', () => {
  let issuer: ChildProcess;
  let endwatch: Endwatch;
  let house: Record<string, string>;
  const said: string[] = [];
  let heard: () => void = () => undefined;

  const line = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = said.map((one) => pattern.exec(one)).findLast((one) => one !== null);
      if (found) return found;
      await new Promise<void>((done) => (heard = done));
    }
  };
  /** Whoever comes to the issuer from now on is this one. */
  const issuerKnows = async (claims: object): Promise<void> => {
    said.length = 0;
    issuer.stdin?.write(`${JSON.stringify(claims)}\n`);
    await line(/as told/);
  };
  const signIn = async (): Promise<{ status: number; text: string; who: SessionView | null }> => {
    const browser = new Browser();
    const { response } = await browser.open(`${endwatch.address}/api/session/oidc`);
    const text = await response.text();
    const { response: me } = await browser.open(`${endwatch.address}/api/session`);
    const who = me.status === 200 ? ((await me.json()) as SessionView) : null;
    return { status: response.status, text, who };
  };

  beforeAll(async () => {
    const [port = 0] = await freePorts(1);
    const address = `http://127.0.0.1:${port}`;
    const script = [`${ROOT}/test/harness/oidc-issuer.mjs`, 'endwatch', 'its secret'];
    issuer = spawn(process.execPath, [...script, `${address}/api/session/oidc/callback`], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    createInterface({ input: issuer.stdout! }).on('line', (text) => {
      said.push(text);
      heard();
    });
    const [, url = ''] = await line(/^issuer (\S+)$/);
    house = {
      ...{ PORT: String(port), ENDWATCH_PARTITIONS: '2', OIDC_ISSUER: url },
      ...{ OIDC_CLIENT_ID: 'endwatch', OIDC_CLIENT_SECRET: 'its secret' },
      OIDC_ROLES: 'stroke-nurses=nurse,neurology=neurologist,it=admin',
    };
    endwatch = await new Endwatch(house).ready();
  });
  afterAll(async () => {
    await endwatch.stop();
    issuer.kill();
  });

  it('is offered', async () => {
    const ways = await fetch(`${endwatch.address}/api/session/ways`);
    expect(await ways.json()).toMatchObject({ oidc: true, password: true });
  });

  it('makes an account of what the issuer says, with role and wards', async () => {
    await issuerKnows({ sub: 'n7', name: 'Nora Berg', roles: ['stroke-nurses'], wards: ['w1'] });
    const { status, who } = await signIn();
    expect(status).toBe(200);
    expect(who).toEqual({
      ...{ username: 'oidc:n7', name: 'Nora Berg', role: 'nurse', wards: ['w1'] },
      timeZone: 'UTC',
    });
    const entries = await endwatch.json<AuditEntryView[]>('/api/audit?actor=oidc:n7');
    expect(entries.map(({ action }) => action)).toEqual(['session.open']);
  });

  it('leaves alone who is signed in elsewhere, as long as nothing changes there', async () => {
    const desk = new Browser();
    await desk.open(`${endwatch.address}/api/session/oidc`);
    expect((await signIn()).status).toBe(200);
    const { response } = await desk.open(`${endwatch.address}/api/session`);
    expect(response.status).toBe(200);
  });

  it('follows what changes there, and takes the strongest of several roles', async () => {
    await issuerKnows({ sub: 'n7', name: 'Nora Berg', roles: ['stroke-nurses', 'neurology'] });
    expect((await signIn()).who).toMatchObject({ role: 'neurologist', wards: null });
  });

  it('lets nobody in without a role here, and says so', async () => {
    await issuerKnows({ sub: 'x', name: 'Cook', roles: ['kitchen'] });
    const { status, text, who } = await signIn();
    expect({ status, who }).toEqual({ status: 403, who: null });
    expect(text).toContain('no role in Endwatch');
  });

  it('nor who was disabled here, nor an answer that nobody asked for', async () => {
    await endwatch.json('/api/accounts/oidc:n7', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ disabled: true }),
    });
    await issuerKnows({ sub: 'n7', name: 'Nora Berg', roles: ['stroke-nurses'] });
    expect((await signIn()).status).toBe(403);
    const forged = await fetch(`${endwatch.address}/api/session/oidc/callback?code=x&state=y`);
    expect(forged.status).toBe(401);
  });

  it('nor who has no ward, in a house that wants wards named', async () => {
    await endwatch.stop();
    endwatch = await new Endwatch({ ...house, OIDC_WARDS_REQUIRED: '1' }).ready();
    await issuerKnows({ sub: 'n8', name: 'Nils Dahl', roles: ['stroke-nurses'] });
    const { status, text, who } = await signIn();
    expect({ status, who }).toEqual({ status: 403, who: null });
    expect(text).toContain('no ward in Endwatch');
    await issuerKnows({ sub: 'n8', name: 'Nils Dahl', roles: ['stroke-nurses'], wards: ['w1'] });
    expect((await signIn()).who).toMatchObject({ role: 'nurse', wards: ['w1'] });
  });
});
