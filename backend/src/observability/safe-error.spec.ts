import { StorageError } from '../postgres/storage-error.ts';
import { safeError } from './safe-error.ts';

describe('what a log holds of an error', () => {
  it('is neither its words nor what hangs on it, but kind, code and place', () => {
    const error = Object.assign(new TypeError('no number: "Adler, Quintessa"'), {
      code: '22P02',
      detail: 'Key (patient_id)=(p-4711) already exists',
      parameters: ['p-4711'],
    });
    const told = safeError(error);
    expect(JSON.stringify(told)).not.toMatch(/Quintessa|4711/);
    expect(told).toMatchObject({ type: 'TypeError', code: '22P02' });
    expect(told.stack).toContain('safe-error.spec.ts:');
  });

  it('is the whole message of errors that quote nothing', () => {
    expect(safeError(new StorageError('Postgres: 23505 at score', '23505', 'data'))).toMatchObject({
      ...{ type: 'StorageError', code: '23505', message: 'Postgres: 23505 at score' },
    });
    const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
      code: 'ECONNREFUSED',
    });
    expect(safeError(refused).message).toBe('connect ECONNREFUSED 127.0.0.1:5432');
  });

  it('names no line of a message that looks like a stack', () => {
    const error = new Error('first\n    at the bedside of Quintessa');
    expect(safeError(error).stack).not.toContain('Quintessa');
  });

  it('goes down to the causes, and takes what is no error at all', () => {
    const error = new Error('Quintessa', { cause: new RangeError('Quintessa') });
    expect(safeError(error).cause).toMatchObject({ type: 'RangeError' });
    expect(safeError('Ada')).toEqual({ type: 'string', stack: '' });
  });
});
