/** Specs that need a real Postgres or a real Kafka. Two at a time: they wait for servers most of the time. */
module.exports = {
  ...require('../jest.swc.cjs'),
  rootDir: __dirname,
  displayName: 'backend-integration',
  testMatch: ['<rootDir>/src/**/*.integration.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testTimeout: 120_000,
  maxWorkers: 2,
};
