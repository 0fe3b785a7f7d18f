export * from './http/alert.ts';
export * from './http/board.ts';
export * from './http/explanation.ts';
export * from './http/patient.ts';
export * from './http/problem.ts';
export * from './http/rejection.ts';
export * from './live/live.ts';
export * from './log/topics.ts';
