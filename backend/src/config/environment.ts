import { resolve } from 'node:path';
import { SECOND } from '@endwatch/clinical';
import type * as z from 'zod';
import { kafkaSettings, type KafkaSettings } from './kafka-settings.ts';
import { noticeSettings, type NoticeSettings } from './notice-variables.ts';
import { oidcSettings, type OidcSettings } from './oidc-variables.ts';
import { tracingSettings, type TracingSettings } from './tracing-variables.ts';
import { VARIABLES } from './variables.ts';

/** Exit code of a start refused for its configuration (EX_CONFIG of sysexits.h). */
export const EXIT_BAD_CONFIGURATION = 78;

/** Everything that the outside decides about a process, parsed once. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | null;
  readonly kafka: KafkaSettings | null;
  readonly home: string;
  /** All patients are simulated: one may look around without an account. */
  readonly demo: boolean;
  /** Who may say on whose behalf a request comes, as express has it. */
  readonly trustedProxies: string;
  readonly roles: { readonly scorer: boolean; readonly gateway: boolean };
  readonly topicPrefix: string;
  readonly partitions: number;
  readonly timeZone: string;
  /** Where HL7 v2 is listened for; null: nowhere. */
  readonly mllp: { readonly host: string; readonly port: number } | null;
  /** File with the LOINC codes of a site's own. */
  readonly hl7Codes: string | null;
  /** Folder of the artefact in service; null: the newest that is shipped. */
  readonly model: string | null;
  /** Folder of one that answers beside it, unseen. */
  readonly shadowModel: string | null;
  readonly adminPassword: string | null;
  readonly notices: NoticeSettings;
  /** Null = off. */
  readonly oidc: OidcSettings | null;
  /** Between two test alerts; milliseconds. Null: none. */
  readonly canaryEvery: number | null;
  readonly retentionDays: number;
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
  /** Null = off. */
  readonly tracing: TracingSettings | null;
}

/** A variable that cannot be used; its message is the one line a start ends with. */
export class BadConfiguration extends Error {}

/** Empty counts as not set. Throws {@link BadConfiguration} at the first variable that is wrong. */
export function readEnvironment(
  defaultHome: string,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const value = <K extends keyof typeof VARIABLES>(
    name: K,
  ): z.output<(typeof VARIABLES)[K]['schema']> => {
    const { schema, allowed } = VARIABLES[name];
    const given = variables[name] === '' ? undefined : variables[name];
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data as z.output<(typeof VARIABLES)[K]['schema']>;
    const shown = 'secret' in VARIABLES[name] ? '(a value that is not shown)' : `"${given ?? ''}"`;
    throw new BadConfiguration(`${name} is ${shown}; allowed: ${allowed}`);
  };
  const [mllpPort, mllpHost] = [value('MLLP_PORT'), value('MLLP_HOST')];
  const roles = value('ENDWATCH_ROLES').split(',');
  return {
    port: value('PORT'),
    host: value('HOST'),
    databaseUrl: value('DATABASE_URL') ?? null,
    kafka: kafkaSettings(value('KAFKA_BROKERS'), value('KAFKA_SSL'), value('KAFKA_SASL')),
    home: resolve(value('ENDWATCH_HOME') ?? defaultHome),
    demo: value('ENDWATCH_DEMO') === '1',
    trustedProxies: value('ENDWATCH_TRUSTED_PROXIES'),
    roles: { scorer: roles.includes('scorer'), gateway: roles.includes('gateway') },
    topicPrefix: value('ENDWATCH_TOPIC_PREFIX'),
    partitions: value('ENDWATCH_PARTITIONS'),
    timeZone: value('ENDWATCH_TIME_ZONE'),
    mllp: mllpPort === undefined ? null : { host: mllpHost, port: mllpPort },
    ...{ hl7Codes: value('ENDWATCH_HL7_CODES') ?? null, model: value('ENDWATCH_MODEL') ?? null },
    shadowModel: value('ENDWATCH_SHADOW_MODEL') ?? null,
    adminPassword: value('ENDWATCH_ADMIN_PASSWORD') ?? null,
    notices: noticeSettings({
      vapidSubject: value('ENDWATCH_VAPID_SUBJECT'),
      publicUrl: value('ENDWATCH_PUBLIC_URL'),
      smtpUrl: value('SMTP_URL'),
      ...{ mailFrom: value('ENDWATCH_MAIL_FROM'), language: value('ENDWATCH_LANGUAGE') },
      localPush: value('ENDWATCH_LOCAL_PUSH'),
    }),
    oidc: oidcOf({
      issuer: value('OIDC_ISSUER'),
      clientId: value('OIDC_CLIENT_ID'),
      clientSecret: value('OIDC_CLIENT_SECRET'),
      ...{ roleClaim: value('OIDC_ROLE_CLAIM'), wardClaim: value('OIDC_WARD_CLAIM') },
      wardsRequired: value('OIDC_WARDS_REQUIRED') === '1',
      roles: value('OIDC_ROLES'),
    }),
    canaryEvery: value('ENDWATCH_CANARY_SECONDS') * SECOND || null,
    ...{ retentionDays: value('ENDWATCH_RETENTION_DAYS'), logLevel: value('ENDWATCH_LOG_LEVEL') },
    tracing: tracingSettings({
      off: value('OTEL_SDK_DISABLED') === 'true',
      base: value('OTEL_EXPORTER_OTLP_ENDPOINT'),
      traces: value('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'),
      headers: value('OTEL_EXPORTER_OTLP_HEADERS'),
      serviceName: value('OTEL_SERVICE_NAME'),
      sampler: value('OTEL_TRACES_SAMPLER'),
      ratio: value('OTEL_TRACES_SAMPLER_ARG'),
    }),
  };
}

/** Throws {@link BadConfiguration} where sign-in by OpenID Connect is set up by halves. */
function oidcOf(given: Parameters<typeof oidcSettings>[0]): OidcSettings | null {
  try {
    return oidcSettings(given);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new BadConfiguration(
      `${error.message} is not set, but OIDC_ISSUER is; allowed: what the issuer gave for Endwatch`,
    );
  }
}
