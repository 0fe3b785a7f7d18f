/** At least two labels, the last of them not a number: no address, no bare name of the house's own network. */
const PUBLIC_NAME = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/;

/**
 * Whether a push service may be written to at this URL. Anybody who may sign in can have us write there: to services of the internet, not to
 * machines of the house. `allowLocal`: to this machine as well, for tests.
 */
export function allowsPush(endpoint: string, allowLocal: boolean): boolean {
  const { protocol, hostname, port, username, password } = new URL(endpoint);
  if (hostname === '127.0.0.1' || hostname === 'localhost') {
    return allowLocal && (protocol === 'http:' || protocol === 'https:');
  }
  return protocol === 'https:' && PUBLIC_NAME.test(hostname) && port + username + password === '';
}
