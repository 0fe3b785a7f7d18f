export * from './records.ts';
export * from './stays.ts';
