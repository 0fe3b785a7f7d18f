import type { ExplainedChange, Explanation } from '@endwatch/contracts';
import type { Locator } from 'playwright-core';

/** A line of "What changed": what, its figures, and its share in points of risk. */
export type ChangeLine = readonly [name: string, figure: string, points: string];

/** What the page has to say of an explanation: what moved the risk by a twentieth of a point or more, most first. */
export function expectedChanges({ change }: Explanation): ChangeLine[] {
  if (change === null) return [];
  const told = change.inputs.slice(0, 6).map((one) => ({
    name: one.label.charAt(0).toUpperCase() + one.label.slice(1),
    figure: figureOf(one),
    share: one.share,
  }));
  return [...told, { name: 'Hours since admission', figure: '', share: change.timeShare }]
    .filter(({ share }) => Math.abs(share) >= 0.0005)
    .toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .map(({ name, figure, share }) => {
      const by = Math.abs(share * 100).toFixed(1);
      return [name, figure, `${share < 0 ? '−' : '+'}${by}`];
    });
}

function figureOf({ name, unit, before, after, isNew }: ExplainedChange): string {
  const isFact = name === 'sex-male' || unit === '1';
  const said = (value: number | null): string =>
    isFact ? (['no', 'yes'][value ?? 0] ?? '') : String(Number(value?.toPrecision(3)));
  if (isNew) return `new: ${said(after)}`;
  return said(before) === said(after)
    ? `still ${said(after)}`
    : `${said(before)} to ${said(after)}`;
}

/** What it says; of a figure the numbers without their unit. */
export function shownChanges(table: Locator): Promise<ChangeLine[]> {
  return table.locator('tbody tr').evaluateAll((rows) =>
    rows.map((row) => {
      const text = (part: string): string => row.querySelector(part)?.textContent.trim() ?? '';
      const figure = text('th span').replaceAll('\u00a0', ' ');
      const name = text('th').slice(0, text('th').length - text('th span').length);
      const numbers = /^(new: |still )?[\d.]+( to [\d.]+)?/.exec(figure)?.[0] ?? figure;
      return [name.trim(), numbers, text('.points')] as const;
    }),
  );
}
