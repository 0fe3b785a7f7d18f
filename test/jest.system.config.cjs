/** The whole system from outside: Kafka, HTTP, sockets and a real browser. Three at a time: they wait for servers, clocks and one another most of the time. */
module.exports = {
  ...require('../jest.swc.cjs'),
  globalSetup: '<rootDir>/run/system-set-up.cjs',
  rootDir: __dirname,
  displayName: 'system',
  testMatch: ['<rootDir>/{contract,deploy,e2e,faults,load}/**/*.spec.ts'],
  testTimeout: 180_000,
  maxWorkers: 3,
  testSequencer: '<rootDir>/longest-first.cjs',
};
