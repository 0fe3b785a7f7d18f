const { createCjsPreset } = require('jest-preset-angular/presets');

module.exports = {
  ...createCjsPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' }),
  rootDir: __dirname,
  displayName: 'frontend',
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  moduleNameMapper: {
    '^@endwatch/contracts$': '<rootDir>/../libs/contracts/src/index.ts',
    '^@endwatch/clinical/testing$': '<rootDir>/../libs/clinical/src/testing/index.ts',
    '^@endwatch/clinical$': '<rootDir>/../libs/clinical/src/index.ts',
  },
};
