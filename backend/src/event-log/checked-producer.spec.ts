import type { RecordMetadata } from 'kafkajs';
import { checkedOffset } from './checked-producer.ts';

const sent = { topic: 't', partition: 3 };
const good: RecordMetadata = { topicName: 't', partition: 3, errorCode: 0, baseOffset: '41' };

describe('checkedOffset', () => {
  it('is the offset of the first record', () => {
    expect(checkedOffset([good], sent)).toBe(41n);
  });

  it.each<[string, RecordMetadata[]]>([
    ['nothing was answered', []],
    ['another partition was answered', [{ ...good, partition: 2 }]],
    ['another topic was answered', [{ ...good, topicName: 'u' }]],
    ['more was answered than sent', [good, { ...good, partition: 4 }]],
    ['it is an error', [{ ...good, errorCode: 6 }]],
    ['there is no position', [{ topicName: 't', partition: 3, errorCode: 0 }]],
    ['the position is unknown', [{ ...good, baseOffset: '-1' }]],
  ])('throws when %s', (_, answer) => {
    expect(() => checkedOffset(answer, sent)).toThrow(/^no (acknowledgement|position) for t\/3$/);
  });
});
