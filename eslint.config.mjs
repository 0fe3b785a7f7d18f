import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const FRAMEWORKS = [
  '@nestjs/*',
  '@angular/*',
  'typeorm',
  'pg',
  'kafkajs',
  'socket.io',
  'socket.io-client',
  'rxjs',
  'rxjs/*',
  '@tensorflow/*',
  'fast-check',
];
const NODE = ['node:*', 'fs', 'path', 'crypto'];
const ADAPTERS = [
  '**/event-log/*',
  '**/ingest/*',
  '**/postgres/*',
  '**/live/*',
  '**/http/*',
  '**/mllp/*',
  '**/notify/*',
  '**/calendar/*',
  '**/model/*',
  '**/config/*',
  '**/observability/*',
];
const PURE = [
  'libs/clinical/src/**/*.ts',
  'libs/statistics/src/**/*.ts',
  'libs/simulation/src/**/*.ts',
  'backend/src/domain/**/*.ts',
  'backend/src/pipeline/**/*.ts',
];
const SPECS = ['**/*.spec.ts', '**/testing/**/*.ts', '**/*.contract.ts'];

// Flat config: a later block replaces the same rule, so each list is built once.
const buildersBanned = {
  group: ['@endwatch/clinical/testing'],
  message: 'Builders are for specs only.',
};
const clockAndChance = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Take randomness as an argument.',
  },
];
const focused = [
  {
    selector:
      'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo|failing)$/]',
    message: 'No focused or skipped tests.',
  },
  {
    selector: 'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: 'No focused or skipped tests.',
  },
];

/** No text of a template is unmarked: `docs/languages.md`. */
const marksForTranslation = {
  '@angular-eslint/template/i18n': [
    'error',
    {
      checkId: true,
      // The same words may stand twice; `messages.spec.ts` sees to it that one id is one text.
      checkDuplicateId: false,
      boundTextAllowedPattern: '^$',
      ignoreAttributes: [
        'accept',
        'aria-controls',
        'aria-describedby',
        'aria-haspopup',
        'aria-keyshortcuts',
        'aria-labelledby',
        'aria-live',
        'aria-sort',
        'ariaCurrentWhenActive',
        'autocapitalize',
        'd',
        'data-item',
        'data-testid',
        'download',
        'enctype',
        'fileName',
        'inputmode',
        'kind',
        'overflow',
        'patternTransform',
        'patternUnits',
        'popover',
        'popovertarget',
        'preserveAspectRatio',
        'queryParamsHandling',
        'scope',
        'step',
        'text-anchor',
        'trainedOn',
        'transform',
        'vector-effect',
        'view',
      ],
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      '**/dist',
      '**/coverage',
      '.angular',
      '.nx',
      '.cache',
      '**/*.cjs',
      '**/out',
      'ml/artefacts',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          'backend/tsconfig.spec.json',
          'frontend/tsconfig.spec.json',
          'libs/*/tsconfig.spec.json',
          'ml/*/tsconfig.spec.json',
          'test/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@nx': nx },
    rules: {
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'max-depth': ['error', 3],
      complexity: ['error', 12],
      'no-console': 'error',
      // Ports are abstract classes so that they can be injected; what implements one need not be made by it.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: true,
          allow: [],
          allowCircularSelfDependency: false,
          banTransitiveDependencies: false,
          depConstraints: [
            {
              sourceTag: 'type:domain',
              onlyDependOnLibsWithTags: ['type:domain'],
              allowedExternalImports: ['fast-check'],
            },
            {
              sourceTag: 'type:statistics',
              onlyDependOnLibsWithTags: ['type:statistics'],
              allowedExternalImports: ['fast-check'],
            },
            {
              sourceTag: 'type:contracts',
              onlyDependOnLibsWithTags: ['type:contracts', 'type:domain'],
              allowedExternalImports: ['zod', 'fast-check'],
            },
            {
              sourceTag: 'type:simulation',
              onlyDependOnLibsWithTags: ['type:simulation', 'type:domain', 'type:statistics'],
              allowedExternalImports: ['fast-check'],
            },
            {
              sourceTag: 'type:model',
              onlyDependOnLibsWithTags: ['type:model', 'type:domain', 'type:statistics'],
              allowedExternalImports: ['@tensorflow/*', 'fast-check'],
            },
            {
              sourceTag: 'type:training',
              onlyDependOnLibsWithTags: [
                'type:model',
                'type:domain',
                'type:statistics',
                'type:simulation',
              ],
              bannedExternalImports: ['@nestjs/*', '@angular/*'],
            },
            {
              sourceTag: 'scope:backend',
              onlyDependOnLibsWithTags: [
                'type:domain',
                'type:contracts',
                'type:statistics',
                'type:model',
              ],
              bannedExternalImports: ['@angular/*'],
            },
            {
              sourceTag: 'scope:frontend',
              onlyDependOnLibsWithTags: ['type:domain', 'type:contracts', 'type:statistics'],
              bannedExternalImports: ['@nestjs/*', 'typeorm', 'kafkajs', '@tensorflow/*', 'pg'],
            },
            { sourceTag: 'scope:test', onlyDependOnLibsWithTags: ['scope:libs'] },
          ],
        },
      ],
      'no-restricted-imports': ['error', { patterns: [buildersBanned] }],
      'no-restricted-syntax': ['error', ...focused],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Read config/environment.ts instead.' },
      ],
    },
  },
  {
    files: ['backend/src/**/*.ts'],
    rules: {
      // Nest modules and controllers are classes by design; decorators need the runtime class.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      'max-params': ['error', 5],
    },
  },
  {
    files: PURE,
    ignores: SPECS,
    rules: {
      'max-params': ['error', 3],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            buildersBanned,
            {
              group: FRAMEWORKS,
              message: 'Domain code is plain TypeScript: no framework imports.',
            },
            { group: NODE, message: 'Domain code does no I/O.' },
            { group: ADAPTERS, message: 'Adapters depend on the domain, never the reverse.' },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...focused, ...clockAndChance],
    },
  },
  {
    files: [...SPECS, 'test/**/*.ts'],
    rules: {
      'no-restricted-imports': 'off',
      'max-params': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // Programs: they read their environment and speak to a terminal.
    files: [
      'test/**/*.ts',
      'ml/training/**/*.ts',
      '**/*.cli.ts',
      'backend/src/config/environment.ts',
      'backend/src/testing/**/*.ts',
      '**/*.spec.ts',
    ],
    rules: { 'no-console': 'off', 'no-restricted-properties': 'off' },
  },
  {
    files: ['frontend/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    },
  },
  {
    files: ['frontend/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  {
    // Templates of their own files and those in the code.
    files: ['frontend/src/app/**/*.html'],
    rules: marksForTranslation,
  },
  prettier,
);
