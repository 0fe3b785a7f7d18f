/** What runs without a running system; the whole system is in `jest.system.config.cjs`. */
const base = require('../jest.swc.cjs');
module.exports = {
  ...base,
  rootDir: __dirname,
  displayName: 'test',
  testMatch: ['<rootDir>/**/*.spec.ts'],
  testPathIgnorePatterns: [
    ...base.testPathIgnorePatterns,
    '<rootDir>/(contract|deploy|e2e|faults|load)/',
    '/out/',
  ],
};
