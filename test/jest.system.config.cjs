/** The whole system from outside: Kafka, HTTP, sockets and a real browser. One at a time: two cores. */
module.exports = {
  ...require('../jest.swc.cjs'),
  rootDir: __dirname,
  displayName: 'system',
  testMatch: ['<rootDir>/{contract,deploy,e2e,faults,load}/**/*.spec.ts'],
  testTimeout: 180_000,
  maxWorkers: 1,
};
