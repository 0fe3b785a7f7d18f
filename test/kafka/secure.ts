import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const STORE_PASSWORD = 'only-for-tests';
const MECHANISMS = ['SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;
const LOGIN = 'org.apache.kafka.common.security';

export interface SecureSettings {
  /** Where keys and `ca.pem` go. */
  readonly folder: string;
  /** Who may sign in, by PLAIN and by both SCRAMs. */
  readonly user: string;
  readonly password: string;
}

/** What makes a broker speak SASL over TLS only. */
export interface Secured {
  readonly listener: 'SASL_SSL';
  /** Certificate of the authority that a client must be told of. */
  readonly ca: string;
  readonly properties: Readonly<Record<string, string>>;
  /** Further arguments for formatting its storage: SCRAM users are made then. */
  readonly format: readonly string[];
}

/** Makes an authority of its own and a certificate for 127.0.0.1, by the `keytool` that comes with Java. */
export async function secured({ folder, user, password }: SecureSettings): Promise<Secured> {
  mkdirSync(folder, { recursive: true });
  const file = (name: string): string => join(folder, name);
  const tool = async (store: string, ...args: readonly string[]): Promise<void> => {
    const common = ['-keystore', file(store), '-storepass', STORE_PASSWORD];
    await run('keytool', [...args, ...common, '-storetype', 'PKCS12', '-noprompt']);
  };
  const pair = ['-genkeypair', '-keyalg', 'EC', '-groupname', 'secp256r1', '-validity', '2'];
  await tool('ca.p12', ...pair, '-alias', 'ca', '-dname', 'CN=Test CA', '-ext', 'bc:c');
  await tool('ca.p12', '-exportcert', '-rfc', '-alias', 'ca', '-file', file('ca.pem'));
  await tool('kafka.p12', ...pair, '-alias', 'kafka', '-dname', 'CN=127.0.0.1');
  await tool('kafka.p12', '-certreq', '-alias', 'kafka', '-file', file('kafka.csr'));
  const asked = ['-infile', file('kafka.csr'), '-outfile', file('kafka.pem'), '-validity', '2'];
  await tool('ca.p12', '-gencert', '-rfc', '-alias', 'ca', '-ext', 'san=ip:127.0.0.1', ...asked);
  await tool('kafka.p12', '-importcert', '-alias', 'ca', '-file', file('ca.pem'));
  await tool('kafka.p12', '-importcert', '-alias', 'kafka', '-file', file('kafka.pem'));
  return {
    listener: 'SASL_SSL',
    ca: file('ca.pem'),
    properties: properties(file('kafka.p12'), { user, password }),
    format: MECHANISMS.flatMap((name) => [
      '--add-scram',
      `${name}=[name=${user},password=${password}]`,
    ]),
  };
}

function properties(
  keys: string,
  { user, password }: Pick<SecureSettings, 'user' | 'password'>,
): Record<string, string> {
  const listener = 'listener.name.sasl_ssl';
  const itself = `username="broker" password="${STORE_PASSWORD}" user_broker="${STORE_PASSWORD}"`;
  return {
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL',
    'inter.broker.listener.name': 'SASL_SSL',
    'sasl.mechanism.inter.broker.protocol': 'PLAIN',
    'sasl.enabled.mechanisms': ['PLAIN', ...MECHANISMS].join(','),
    [`${listener}.plain.sasl.jaas.config`]: `${LOGIN}.plain.PlainLoginModule required ${itself} user_${user}="${password}";`,
    ...Object.fromEntries(
      MECHANISMS.map((name) => [
        `${listener}.${name.toLowerCase()}.sasl.jaas.config`,
        `${LOGIN}.scram.ScramLoginModule required;`,
      ]),
    ),
    'ssl.keystore.type': 'PKCS12',
    'ssl.keystore.location': keys,
    'ssl.keystore.password': STORE_PASSWORD,
    'ssl.truststore.type': 'PKCS12',
    'ssl.truststore.location': keys,
    'ssl.truststore.password': STORE_PASSWORD,
  };
}
