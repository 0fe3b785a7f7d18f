export * from './hazard/hazard-intervals.ts';
export * from './hazard/conditional-risk.ts';
export * from './hazard/person-period.ts';
export * from './hazard/negative-log-likelihood.ts';
