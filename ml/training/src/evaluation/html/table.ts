import type { Column, Headed, Source, Table } from '../document.ts';
import { numberText, cellText } from './cell-text.ts';
import { escaped } from './escape.ts';

/** Who was judged, on what, by which command: under every table and figure. */
export function sourceLine(
  { n, population }: Headed,
  { command, seed, statement }: Source,
): string {
  const drawn = seed === null ? '' : ` · seed ${String(seed)}`;
  return `<p class="source">n = ${numberText(n, 'count')} ${escaped(population)}. ${escaped(statement)} <code>${escaped(command)}</code>${drawn}</p>`;
}

export function notesOf({ notes }: Headed): string {
  return notes.map((note) => `<p class="note">${escaped(note)}</p>`).join('\n');
}

/** Words stand left, numbers right. */
const sideOf = ({ format }: Column): string => (format === 'text' ? ' class="words"' : '');

export function tableHtml(table: Table, source: Source): string {
  const head = table.columns
    .map((column) => `<th scope="col"${sideOf(column)}>${escaped(column.label)}</th>`)
    .join('');
  const rows = table.rows.map((row) => {
    const cells = table.columns.map((column, i) => {
      const text = escaped(cellText(row[column.key], column.format));
      return i === 0 ? `<th scope="row">${text}</th>` : `<td${sideOf(column)}>${text}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<section class="block" id="${escaped(table.id)}">
<h3>${escaped(table.title)}</h3>
<div class="wide"><table><thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>
${notesOf(table)}
${sourceLine(table, source)}
</section>`;
}
