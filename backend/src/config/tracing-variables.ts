import * as z from 'zod';

const httpUrl = z.url({ protocol: /^https?$/ }).optional();

export interface TracingSettings {
  /** Where spans go, by OTLP over HTTP. */
  readonly url: string;
  readonly serviceName: string;
  /** Part of the rounds that are followed without being asked to; senders decide for their own records. */
  readonly ratio: number;
}

/** Of OpenTelemetry's standard variables those that Endwatch heeds. */
export const TRACING_VARIABLES = {
  OTEL_SDK_DISABLED: { schema: z.enum(['true', 'false']).optional(), allowed: 'true or false' },
  OTEL_EXPORTER_OTLP_ENDPOINT: { schema: httpUrl, allowed: 'a URL of http or https' },
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: { schema: httpUrl, allowed: 'a URL of http or https' },
  OTEL_EXPORTER_OTLP_HEADERS: {
    schema: z
      .string()
      .regex(/^[^=,\s]+=[^,]*(,[^=,\s]+=[^,]*)*$/)
      .optional(),
    allowed: 'name=value,name=value',
    secret: true,
  },
  OTEL_SERVICE_NAME: { schema: z.string().min(1).default('endwatch'), allowed: 'a name' },
  OTEL_TRACES_SAMPLER: {
    schema: z
      .enum(['parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio'])
      .default('parentbased_always_on'),
    allowed: 'parentbased_always_on, parentbased_always_off or parentbased_traceidratio',
  },
  OTEL_TRACES_SAMPLER_ARG: {
    schema: z
      .string()
      .regex(/^(0|1|0?\.\d+|1\.0+)$/)
      .default('1')
      .transform(Number),
    allowed: 'a number from 0 to 1',
  },
};

/** On when an endpoint is named, by the standard's variables. Headers are read by the exporter itself. */
export function tracingSettings(given: {
  readonly off: boolean;
  readonly base: string | undefined;
  readonly traces: string | undefined;
  readonly headers: string | undefined;
  readonly serviceName: string;
  readonly sampler: string;
  readonly ratio: number;
}): TracingSettings | null {
  const { off, base, traces, serviceName, sampler, ratio } = given;
  const url = traces ?? (base === undefined ? undefined : `${base.replace(/\/$/, '')}/v1/traces`);
  if (off || url === undefined) return null;
  const part = { parentbased_always_on: 1, parentbased_always_off: 0 }[sampler] ?? ratio;
  return { url, serviceName, ratio: part };
}
