import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** Commit of the code that runs; `+` when the working copy of what decides a model differs from it. */
export function commitOfCode(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  try {
    const changed = git('status', '--porcelain', '--', 'libs', 'ml/model', 'ml/training');
    return `${git('rev-parse', 'HEAD')}${changed === '' ? '' : '+'}`;
  } catch {
    return 'unknown (no git here)';
  }
}
