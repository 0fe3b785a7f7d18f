import type { Locator } from 'playwright-core';
import { eventually } from '../harness/system.ts';

/** What the lines and bands of a chart are drawn as. */
export function linesOf(frame: Locator): Promise<string> {
  return frame
    .locator('path.line, path.area')
    .evaluateAll((all) => all.map((one) => one.getAttribute('d')).join(' '));
}

/** The lines, once there are some that are others than these. */
export function otherLines(frame: Locator, than = ''): Promise<string> {
  return eventually(
    () => linesOf(frame),
    (lines) => lines !== '' && lines !== than,
  );
}
