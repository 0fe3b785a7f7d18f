import {
  accountChangeSchema,
  accountSchema,
  auditEntrySchema,
  changedAccountSchema,
  madeTokenSchema,
  newAccountSchema,
  newTokenSchema,
  preferencesChangeSchema,
  preferencesSchema,
  sessionViewSchema,
  tokenSchema,
} from '@endwatch/contracts';
import { call, inPath, inQuery, listOf, ref } from './openapi-call.ts';
import { credentialsSchema, demoSchema } from './session/credentials.ts';

export const PEOPLE_SCHEMAS = {
  Credentials: credentialsSchema,
  DemoRole: demoSchema,
  Session: sessionViewSchema,
  Account: accountSchema,
  NewAccount: newAccountSchema,
  AccountChange: accountChangeSchema,
  ChangedAccount: changedAccountSchema,
  NewToken: newTokenSchema,
  Token: tokenSchema,
  MadeToken: madeTokenSchema,
  AuditEntry: auditEntrySchema,
  Preferences: preferencesSchema,
  PreferencesChange: preferencesChangeSchema,
};
export const PEOPLE_PATHS = {
  '/api/session': {
    post: call({
      ...{ tag: 'session', summary: 'Sign in; sets a cookie' },
      ...{ body: 'Credentials', answer: ref('Session') },
    }),
    get: call({ tag: 'session', summary: 'Who am I', answer: ref('Session') }),
    delete: call({ tag: 'session', summary: 'Sign out', status: 204 }),
  },
  '/api/session/ways': {
    get: call({ tag: 'session', summary: 'Which ways in there are', answer: { type: 'object' } }),
  },
  '/api/session/oidc': {
    get: call({ tag: 'session', summary: 'To the sign-in of the site', status: 302 }),
  },
  '/api/session/oidc/callback': {
    get: call({ tag: 'session', summary: 'Back from the sign-in of the site', status: 303 }),
  },
  '/api/session/demo': {
    post: call({
      ...{ tag: 'session', summary: 'Look around a demonstration' },
      ...{ body: 'DemoRole', answer: ref('Session') },
    }),
  },
  '/api/preferences': {
    get: call({
      ...{ tag: 'session', summary: 'What I have chosen for myself', answer: ref('Preferences') },
    }),
    put: call({
      ...{ tag: 'session', summary: 'Choose anew', body: 'PreferencesChange' },
      answer: ref('Preferences'),
    }),
  },
  '/api/accounts': {
    get: call({ tag: 'administration', summary: 'Accounts', answer: listOf('Account') }),
    post: call({
      ...{ tag: 'administration', summary: 'A new account', status: 201 },
      ...{ body: 'NewAccount', answer: ref('ChangedAccount') },
    }),
  },
  '/api/accounts/{username}': {
    patch: call({
      ...{ tag: 'administration', summary: 'Change an account; ends its sessions' },
      parameters: [inPath('username')],
      ...{ body: 'AccountChange', answer: ref('ChangedAccount') },
    }),
  },
  '/api/accounts/tokens': {
    get: call({ tag: 'administration', summary: 'Tokens of programs', answer: listOf('Token') }),
    post: call({
      ...{ tag: 'administration', summary: 'A new token, shown once', status: 201 },
      ...{ body: 'NewToken', answer: ref('MadeToken') },
    }),
  },
  '/api/accounts/tokens/{id}': {
    delete: call({
      ...{ tag: 'administration', summary: 'Revoke a token', status: 204 },
      parameters: [inPath('id')],
    }),
  },
  '/api/audit': {
    get: call({
      ...{ tag: 'administration', summary: 'Who did what, newest first' },
      parameters: ['actor', 'patient', 'action', 'from', 'to', 'before', 'limit'].map(inQuery),
      answer: listOf('AuditEntry'),
    }),
  },
};
