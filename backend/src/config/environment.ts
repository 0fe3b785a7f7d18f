import { resolve } from 'node:path';
import * as z from 'zod';
import { kafkaSettings, type KafkaSettings } from './kafka-settings.ts';
import { NOTICE_VARIABLES, noticeSettings, type NoticeSettings } from './notice-variables.ts';
import { TRACING_VARIABLES, tracingSettings, type TracingSettings } from './tracing-variables.ts';

/** Exit code of a start refused for its configuration (EX_CONFIG of sysexits.h). */
export const EXIT_BAD_CONFIGURATION = 78;

const portNumber = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);

const hostName = z.string().regex(/^[A-Za-z0-9._:%-]+$/);

const flag = z.enum(['0', '1']).optional();

const VARIABLES = {
  PORT: { schema: portNumber.default(3000), allowed: 'a port from 0 to 65535' },
  HOST: { schema: hostName.default('127.0.0.1'), allowed: 'an address or host name' },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\/\S+$/)
      .optional(),
    allowed: 'postgres://user:password@host:port/database',
    secret: true,
  },
  KAFKA_BROKERS: {
    schema: z
      .string()
      .regex(/^[^\s,:]+:\d{1,5}(,[^\s,:]+:\d{1,5})*$/)
      .refine((value) => value.split(',').every((one) => Number(one.split(':')[1]) <= 65_535))
      .optional(),
    allowed: 'host:port,host:port',
  },
  KAFKA_SSL: { schema: flag, allowed: '0 or 1' },
  KAFKA_SASL: {
    schema: z
      .string()
      .regex(/^(plain|scram-sha-256|scram-sha-512):[^:]+:.+$/)
      .optional(),
    allowed: 'plain:user:password, scram-sha-256:user:password or scram-sha-512:user:password',
    secret: true,
  },
  ENDWATCH_HOME: { schema: z.string().min(1).optional(), allowed: 'a folder' },
  ENDWATCH_DEMO: { schema: flag, allowed: '0 or 1' },
  ENDWATCH_ROLES: {
    schema: z
      .string()
      .regex(/^(scorer|gateway)(,(scorer|gateway))?$/)
      .default('scorer,gateway'),
    allowed: 'scorer, gateway or scorer,gateway',
  },
  ENDWATCH_TOPIC_PREFIX: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,200}$/)
      .default('endwatch'),
    allowed: 'letters, digits, dot, underscore and hyphen',
  },
  ENDWATCH_PARTITIONS: {
    schema: z
      .string()
      .regex(/^[1-9]\d{0,3}$/)
      .default('12')
      .transform(Number),
    allowed: 'a whole number from 1 to 9999',
  },
  ENDWATCH_TIME_ZONE: {
    schema: z.string().refine(isTimeZone).default('UTC'),
    allowed: 'an IANA time zone such as Europe/Berlin',
  },
  ENDWATCH_ADMIN_PASSWORD: {
    schema: z.string().min(8).max(200).optional(),
    allowed: '8 to 200 characters',
    secret: true,
  },
  ENDWATCH_TRUSTED_PROXIES: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9.:/]+(,[A-Za-z0-9.:/]+)*$/)
      .default('loopback'),
    allowed: 'loopback, linklocal, uniquelocal, or addresses and networks, by comma',
  },
  OIDC_ISSUER: { schema: z.url().optional(), allowed: 'a URL' },
  OIDC_CLIENT_ID: { schema: z.string().min(1).optional(), allowed: 'a client id' },
  OIDC_CLIENT_SECRET: {
    schema: z.string().min(1).optional(),
    allowed: 'a client secret',
    secret: true,
  },
  MLLP_PORT: { schema: portNumber.optional(), allowed: 'a port from 0 to 65535' },
  MLLP_HOST: { schema: hostName.default('127.0.0.1'), allowed: 'an address or host name' },
  ENDWATCH_HL7_CODES: { schema: z.string().min(1).optional(), allowed: 'a file' },
  ENDWATCH_MODEL: { schema: z.string().min(1).optional(), allowed: 'a folder' },
  ENDWATCH_SHADOW_MODEL: { schema: z.string().min(1).optional(), allowed: 'a folder' },
  ENDWATCH_RETENTION_DAYS: {
    schema: z
      .string()
      .regex(/^[1-9]\d{0,4}$/)
      .default('400')
      .transform(Number),
    allowed: 'a whole number of days from 1 to 99999',
  },
  ENDWATCH_LOG_LEVEL: {
    schema: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
    allowed: 'error, warn, info or debug',
  },
  ...NOTICE_VARIABLES,
  ...TRACING_VARIABLES,
} satisfies Record<string, { schema: z.ZodType; allowed: string; secret?: boolean }>;

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
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const) value(name);
  if (value('OIDC_ISSUER') !== undefined) throw notYet('OIDC_ISSUER');
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
    hl7Codes: value('ENDWATCH_HL7_CODES') ?? null,
    model: value('ENDWATCH_MODEL') ?? null,
    shadowModel: value('ENDWATCH_SHADOW_MODEL') ?? null,
    adminPassword: value('ENDWATCH_ADMIN_PASSWORD') ?? null,
    notices: noticeSettings({
      vapidSubject: value('ENDWATCH_VAPID_SUBJECT'),
      publicUrl: value('ENDWATCH_PUBLIC_URL'),
      smtpUrl: value('SMTP_URL'),
      mailFrom: value('ENDWATCH_MAIL_FROM'),
      localPush: value('ENDWATCH_LOCAL_PUSH'),
    }),
    retentionDays: value('ENDWATCH_RETENTION_DAYS'),
    logLevel: value('ENDWATCH_LOG_LEVEL'),
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

/** Silence would be worse: somebody who sets this believes that sign-in by OpenID Connect is on. */
function notYet(name: string): BadConfiguration {
  return new BadConfiguration(
    `${name} is set, but this version does not have that yet; allowed: not set`,
  );
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
