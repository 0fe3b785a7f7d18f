import type { Endwatch } from '../harness/system.ts';

/** Processor time that the product has used since its start, without its database; s. */
export async function processorSeconds(endwatch: Endwatch): Promise<number> {
  const text = await (await fetch(`${endwatch.address}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1] ?? NaN);
}
