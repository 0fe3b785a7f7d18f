import { StorageError } from './storage-error.ts';

const coded = (code: string): StorageError => StorageError.from({ code });

describe('what Postgres did not do', () => {
  it.each(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', '57P01', '08006', '40001', '53100'])(
    '%s may succeed later',
    (code) => {
      expect(coded(code)).toMatchObject({ code, transient: true, data: false });
    },
  );

  it.each(['23505', '22003', 'P0001'])('%s is due to the rows, and would come again', (code) => {
    expect(coded(code)).toMatchObject({ code, transient: false, data: true });
  });

  it.each(['42501', '42P01', 'XX000'])('%s is neither', (code) => {
    expect(coded(code)).toMatchObject({ code, transient: false, data: false });
  });

  it('goes by the words where there is no code, and names no value where there is one', () => {
    const cut = StorageError.from(new Error('Connection terminated unexpectedly'));
    expect(cut).toMatchObject({ code: null, transient: true });
    const refused = { code: '23505', table: 'score', constraint: 'score_pkey', detail: 'secret' };
    expect(StorageError.from(refused).message).toBe('Postgres: 23505 at score.score_pkey');
  });
});
