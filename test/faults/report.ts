import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Finding } from './finding.ts';
import { GROUPS, type Group } from './kind.ts';
import { KINDS } from './kinds.ts';
import type { PlayReport } from './driver.ts';

const BY_KIND = ['fault', 'rounds', 'struck s', 'recovered s, median', 'worst'];
const BY_GROUP = [
  ...['group', 'rounds', 'plays', 'records sent', 'rows and scores compared'],
  ...['lost', 'doubled', 'different', 'batches fenced'],
];

/** Two tables: times for each kind, counts for each group. */
export function tables(reports: readonly PlayReport[]): string {
  return `${lines([BY_KIND, ...kindCells(reports)])}\n\n${lines([BY_GROUP, ...groupCells(reports)])}\n`;
}

function kindCells(reports: readonly PlayReport[]): string[][] {
  const rounds = reports.flatMap((report) => report.rounds);
  return KINDS.flatMap(({ name }) => {
    const own = rounds.filter(({ kind }) => kind.name === name);
    if (own.length === 0) return [];
    const struck = own.map((each) => each.struck).toSorted((a, b) => a - b);
    const recovered = own.map((each) => each.recovered).toSorted((a, b) => a - b);
    return [
      [
        ...[name, String(own.length), seconds(middle(struck))],
        ...[seconds(middle(recovered)), seconds(recovered.at(-1) ?? NaN)],
      ],
    ];
  });
}

function groupCells(reports: readonly PlayReport[]): string[][] {
  return GROUPS.flatMap((group) => {
    const own = reports.filter(({ plan }) => plan.group === group);
    if (own.length === 0) return [];
    const sum = (of: (report: PlayReport) => number): string =>
      String(own.reduce((total, report) => total + of(report), 0));
    const count = (sort: Finding['sort']): string =>
      sum(({ findings }) => findings.filter((each) => each.sort === sort).length);
    return [
      [
        ...[group, sum(({ rounds }) => rounds.length), String(own.length)],
        ...[sum(({ records }) => records), sum(({ rows }) => rows)],
        ...[count('lost'), count('doubled'), count('wrong'), sum(({ fenced }) => fenced)],
      ],
    ];
  });
}

function middle(sorted: readonly number[]): number {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN;
}

function seconds(value: number): string {
  return value.toFixed(1);
}

/** In columns, as Markdown has them. */
function lines([head = [], ...cells]: readonly (readonly string[])[]): string {
  const all = [head, ...cells];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = line(widths.map((width) => '-'.repeat(width)));
  return [line(head), rule, ...cells.map(line)].join('\n');
}

/** Puts what was found about each group that was played between its markers in `file`; what other runs wrote stays. */
export function writeMarkdown(
  file: string,
  { reports, about }: { reports: readonly PlayReport[]; about: string },
): void {
  let text = existsSync(file) ? readFileSync(file, 'utf8') : '# Faults\n';
  for (const group of new Set(reports.map(({ plan }) => plan.group))) {
    const own = reports.filter(({ plan }) => plan.group === group);
    text = between(text, group, `${about}\n\n${tables(own)}`);
  }
  writeFileSync(file, text);
}

function between(text: string, group: Group, content: string): string {
  const [begin, end] = [`<!-- faults:${group} -->`, `<!-- /faults:${group} -->`];
  const block = `${begin}\n\n${content}\n${end}`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) return `${text.trimEnd()}\n\n## ${group}\n\n${block}\n`;
  return text.slice(0, from) + block + text.slice(to + end.length);
}
