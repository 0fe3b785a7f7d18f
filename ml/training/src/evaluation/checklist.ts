import type { Facts } from './checklist-items.ts';
import { data, introduction, modelling, openScience } from './checklist-items.ts';
import { discussion, results } from './checklist-results.ts';
import type { RunRecord, Section } from './document.ts';
import type { Judgement } from './judgement.ts';

/** The items of TRIPOD+AI with where and how this run answers them, "not done" included. */
export function checklistSection(
  judgement: Judgement,
  run: RunRecord,
  sections: readonly Section[],
): Section {
  const tables = new Map(sections.flatMap((one) => one.tables.map((table) => [table.id, table])));
  const facts: Facts = { run, judgement, tables };
  const items = [
    ...introduction(facts),
    ...data(facts),
    ...modelling(facts),
    ...openScience(facts),
    ...results(facts),
    ...discussion(facts),
  ];
  return {
    id: 'checklist',
    title: 'TRIPOD+AI',
    text: [
      'What a report of a forecasting model should tell (Collins GS et al., BMJ 2024;385:e078378), in short words of our own; the answers were written by this run.',
    ],
    tables: [
      {
        id: 'tripod-ai',
        title: 'Where each item is answered',
        n: run.cohort.stays,
        population: judgement.population,
        notes: [],
        columns: [
          { key: 'item', label: 'item', format: 'text' },
          { key: 'topic', label: 'asks for', format: 'text' },
          { key: 'where', label: 'where', format: 'text' },
          { key: 'answer', label: 'answer of this run', format: 'text' },
        ],
        rows: items.map(([item, topic, where, answer]) => ({ item, topic, where, answer })),
      },
    ],
    figures: [],
  };
}
