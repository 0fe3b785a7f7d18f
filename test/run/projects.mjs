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
/** What can be said about the code without running it. */
export const STATIC_CHECKS = [
  ['format', ['prettier', '--check', '--cache', '--log-level=warn', '.']],
  ['lint', ['nx', 'run-many', '-t', 'lint', '--output-style=stream']],
  ['layers', ['depcruise', 'backend/src', 'libs', 'ml', '--config', '.dependency-cruiser.cjs']],
  ['types', ['nx', 'run-many', '-t', 'typecheck', '--output-style=stream']],
];
