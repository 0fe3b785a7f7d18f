import * as z from 'zod';
import { NOTICE_VARIABLES } from './notice-variables.ts';
import { OIDC_VARIABLES } from './oidc-variables.ts';
import { TRACING_VARIABLES } from './tracing-variables.ts';

const portNumber = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535);

const hostName = z.string().regex(/^[A-Za-z0-9._:%-]+$/);

const flag = z.enum(['0', '1']).optional();

/** Every variable, what it may be, and what to say when it is not. */
export const VARIABLES = {
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
  ENDWATCH_CANARY_SECONDS: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .default('60')
      .transform(Number),
    allowed: 'a whole number of seconds, 0 for none',
  },
  ...NOTICE_VARIABLES,
  ...OIDC_VARIABLES,
  ...TRACING_VARIABLES,
} satisfies Record<string, { schema: z.ZodType; allowed: string; secret?: boolean }>;

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
