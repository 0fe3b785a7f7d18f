import { type ConnectionSettings, kafkaClient } from './kafka-connection.ts';
import { messageOf, silent } from './report.ts';

/** Node's codes for a certificate it does not believe. */
const UNTRUSTED: ReadonlySet<unknown> = new Set([
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * One line that says why the brokers and this configuration will not come together, to end a start with; null when they do, and when no broker
 * answers now: that is waited for.
 */
export async function accessProblem(
  connection: Omit<ConnectionSettings, 'report' | 'clientId'>,
): Promise<string | null> {
  const settings = { ...connection, clientId: 'access', report: silent };
  const admin = kafkaClient(settings, 'once').admin();
  try {
    await admin.connect();
    return null;
  } catch (error) {
    return problemIn(error);
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

function problemIn(error: unknown): string | null {
  const { name, cause } = error as { readonly name?: unknown; readonly cause?: Error };
  if (name === 'KafkaJSSASLAuthenticationError') {
    return `KAFKA_SASL is (a value that is not shown), which the brokers refuse (${messageOf(error)}); allowed: a user and password that they know, and a mechanism that they speak`;
  }
  const { code } = (cause ?? error) as { readonly code?: unknown };
  if (!UNTRUSTED.has(code)) return null;
  return `KAFKA_SSL is "1", but the brokers' certificate is not trusted (${String(code)}); allowed: one of a public authority, or of the authority in the file that NODE_EXTRA_CA_CERTS names`;
}
