import type { Endwatch } from './system.ts';

/** What `/metrics` says: `name{label="value"}` → number, as written there. */
export async function metricsOf({ address }: Endwatch): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const space = line.lastIndexOf(' ');
      return [line.slice(0, space), Number(line.slice(space + 1))] as const;
    }),
  );
}

/** The series of one name, by what is between the braces. */
export function series(
  metrics: ReadonlyMap<string, number>,
  name: string,
): Readonly<Record<string, number>> {
  const found = [...metrics].filter(([key]) => key === name || key.startsWith(`${name}{`));
  return Object.fromEntries(
    found.map(([key, value]) => [key.slice(name.length).replaceAll(/[{}]/g, ''), value] as const),
  );
}
