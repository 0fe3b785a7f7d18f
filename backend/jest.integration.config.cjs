/** Specs that need a real Postgres or a real Kafka; one worker, so that they do not starve each other on two cores. */
module.exports = {
  ...require('../jest.swc.cjs'),
  rootDir: __dirname,
  displayName: 'backend-integration',
  testMatch: ['<rootDir>/src/**/*.integration.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testTimeout: 120_000,
  maxWorkers: 1,
};
