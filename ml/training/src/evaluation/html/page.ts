import type { EvaluationDocument, Figure, RunRecord, Section } from '../document.ts';
import { numberText } from './cell-text.ts';
import { escaped } from './escape.ts';
import { forestFigureSvg } from './forest-figure.ts';
import { lineFigureSvg } from './line-figure.ts';
import { STYLE } from './style.ts';
import { swarmFigureSvg } from './swarm-figure.ts';
import { notesOf, sourceLine, tableHtml } from './table.ts';

function svgOf(figure: Figure): string {
  switch (figure.kind) {
    case 'lines':
      return lineFigureSvg(figure);
    case 'forest':
      return forestFigureSvg(figure);
    case 'swarm':
      return swarmFigureSvg(figure);
  }
}

function figureHtml(figure: Figure, run: RunRecord): string {
  return `<section class="block" id="${escaped(figure.id)}">
<h3>${escaped(figure.title)}</h3>
<figure>${svgOf(figure)}</figure>
${notesOf(figure)}
${sourceLine(figure, run)}
</section>`;
}

function sectionHtml({ id, title, text, tables, figures }: Section, run: RunRecord): string {
  return `<section id="${escaped(id)}">
<h2>${escaped(title)}</h2>
${text.map((one) => `<p>${escaped(one)}</p>`).join('\n')}
${tables.map((table) => tableHtml(table, run)).join('\n')}
${figures.map((figure) => figureHtml(figure, run)).join('\n')}
</section>`;
}

function runHtml({ model, cohort, engine, commit, command, seed }: RunRecord): string {
  const share = cohort.stays === 0 ? 0 : cohort.ends / cohort.stays;
  const facts: readonly (readonly [string, string])[] = [
    ['model', `${model.version} (${model.checksum.slice(0, 16)}…)`],
    ['cohort', cohort.name],
    ['patients', numberText(cohort.patients, 'count')],
    ['stays the END rule can be applied to', numberText(cohort.stays, 'count')],
    [
      'END charted by 7 days',
      `${numberText(cohort.ends, 'count')} (${numberText(share, 'share')})`,
    ],
    ['command', command],
    ['seed', seed === null ? '–' : String(seed)],
    ['engine, commit of the code', `${engine}, ${commit}`],
  ];
  return `<dl>${facts.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('\n')}</dl>`;
}

/** The whole evaluation as one page that needs nothing from outside. */
export function evaluationPage({ run, sections }: EvaluationDocument): string {
  const contents = sections.map(
    ({ id, title }) => `<li><a href="#${escaped(id)}">${escaped(title)}</a></li>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evaluation of ${escaped(run.model.version)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Evaluation of ${escaped(run.model.version)}</h1>
<p class="warning">${escaped(run.statement)} Not for clinical decisions.</p>
${runHtml(run)}
<nav aria-label="Contents"><ul>${contents.join('\n')}</ul></nav>
<main>
${sections.map((section) => sectionHtml(section, run)).join('\n')}
</main>
</body>
</html>
`;
}
