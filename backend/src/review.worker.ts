import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import type { AskedView } from './pipeline/review-views/review-views.ts';
import { createDataSource } from './postgres/data-source.ts';
import { answerTo, viewPartsOf, type AskedArchive } from './review-answers.ts';
import type { ReviewWork } from './review-work.ts';
import { answering } from './system/answering.ts';

/** Views that are read for at once; the others wait for their turn. */
const CONNECTIONS = 3;
/** A reader at a desk may wait, a tile may not: where processors are short the thread has what is left. */
const NICE = 10;

/**
 * The thread of the review: reads stays and works out every view of them, so that none of it takes time of the one thread that scores, tells and
 * answers the ward.
 */
// Linux takes 0 for the thread that asks; elsewhere it would be the whole process.
if (process.platform === 'linux') setPriority(0, NICE);

const { databaseUrl, ...work } = workerData as ReviewWork;
const source = await createDataSource({ url: databaseUrl, poolSize: CONNECTIONS }).initialize();
const parts = viewPartsOf(source, work);
if (parentPort === null) throw new Error('This file is a thread of Endwatch.');
answering(parentPort, {
  answer: (asked, pause) => answerTo(parts, asked as AskedView | AskedArchive, pause),
  end: () => source.destroy(),
});
