export * from './time.ts';
export * from './nihss/nihss-item.ts';
export * from './quantity/quantity-name.ts';
export * from './record/clinical-record.ts';
export * from './features/feature-vector.ts';
export * from './features/report-vector.ts';
export * from './risk/risk-score.ts';
export * from './end/end-definition.ts';
