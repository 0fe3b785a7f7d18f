/** What eslint with Nx cannot see: cycles inside a project, and adapters that meet. */
const ADAPTERS = 'calendar|event-log|ingest|postgres|live|http|mllp|notify|model|observability';
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^backend/src/domain', pathNot: '[.]spec[.]ts$' },
      to: { pathNot: '^(backend/src/domain|libs/(clinical|contracts|statistics))' },
    },
    {
      name: 'pipeline-knows-no-adapter',
      severity: 'error',
      from: { path: '^backend/src/pipeline', pathNot: '[.]spec[.]ts$' },
      to: { pathNot: '^(backend/src/(domain|pipeline)|libs/(clinical|contracts|statistics))' },
    },
    {
      name: 'adapters-do-not-meet',
      severity: 'error',
      from: { path: `^backend/src/(${ADAPTERS})/`, pathNot: '[.]spec[.]ts$' },
      to: { path: `^backend/src/(${ADAPTERS})/`, pathNot: '^backend/src/$1/' },
    },
    {
      // The page needs them while it runs; the library of schemas weighs more than the board.
      name: 'terms-know-no-schema',
      severity: 'error',
      from: { path: '^libs/contracts/src/terms/' },
      to: { pathNot: '^libs/contracts/src/terms/' },
    },
    {
      name: 'no-frontend-in-backend-nor-back',
      severity: 'error',
      from: { path: '^(frontend|backend)/' },
      to: { path: '^(frontend|backend)/', pathNot: '^$1/' },
    },
    {
      name: 'simulation-never-ships',
      severity: 'error',
      from: { path: '^(backend|frontend)/' },
      to: { path: '^libs/simulation' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/out/)' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
