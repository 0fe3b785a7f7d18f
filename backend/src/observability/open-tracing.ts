import type { TracingSettings } from '../config/tracing-variables.ts';
import type { Tracing } from '../pipeline/tracing.ts';

/** Nothing of it is even loaded while it is off. */
export async function openTracing(settings: TracingSettings | null): Promise<Tracing | null> {
  if (settings === null) return null;
  const { OtelTracing } = await import('./otel-tracing.ts');
  return new OtelTracing(settings);
}
