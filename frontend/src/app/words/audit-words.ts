/** What was done, in words, by action. */
export const AUDIT_WORDS: Readonly<Record<string, string>> = {
  'session.open': 'Signed in',
  'session.close': 'Signed out',
  'session.refuse': 'Sign-in refused',
  'patient.read': 'Opened a patient',
  'handover.read': 'Opened a handover sheet',
  'examination.write': 'Charted an examination',
  'alert.acknowledge': 'Acknowledged an alert',
  'alert.take': 'Took an alert',
  'alert.decline': 'Declined an alert',
  'alert.snooze': 'Snoozed an alert',
  'alert.resolve': 'Resolved an alert',
  'account.create': 'Created an account',
  'account.change': 'Changed an account',
  'token.create': 'Made a token',
  'token.revoke': 'Revoked a token',
  'settings.change': 'Changed the settings',
};
