export const UNIT_PROJECTS = [
  'libs/clinical',
  'libs/contracts',
  'libs/statistics',
  'libs/simulation',
  'ml/model',
  'ml/training',
  'backend',
  'frontend',
  'test',
];
