import { toHeaders } from './kafka-cursors.ts';

it('a header without value is none, and costs no other', () => {
  const sent = {
    CE_ID: Buffer.from('e-1'),
    empty: null,
    twice: ['a', Buffer.from('b')],
    none: [null],
  };
  expect(toHeaders(sent as unknown as Parameters<typeof toHeaders>[0])).toEqual({
    ce_id: 'e-1',
    twice: 'b',
  });
});
