import { progressLine } from './progress.ts';

const losses = { fit: 0.123456, validate: 0.2 };

test.each([
  [1, [4_000], '▓░░░░░░░░░░░░░░░░░░░ epoch 1 of at most 30', 'at most 2 min left'],
  [15, [1_000, 900, 60_000], '▓▓▓▓▓▓▓▓▓▓░░░░░░░░░░ epoch 15 of at most 30', 'at most 15 s left'],
  [30, [1_000], '▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓ epoch 30 of at most 30', 'the last'],
])('epoch %i says how far it is, the losses and what is left', (epoch, took, begins, ends) => {
  const line = progressLine({ network: 'hazard', epoch, mostEpochs: 30, losses, took });
  expect(line).toBe(`hazard    ${begins}: loss 0.1235, validation 0.2000; ${ends}`);
});
