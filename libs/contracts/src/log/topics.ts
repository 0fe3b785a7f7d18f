/** Streams in, by their name after the prefix. Which one a resource comes on is for load, not for meaning. */
export const INBOUND_STREAMS = ['vitals', 'labs', 'reports', 'nihss', 'adt'] as const;
export type InboundStream = (typeof INBOUND_STREAMS)[number];

export const OUTBOUND_STREAMS = ['scores', 'alerts', 'dead-letters'] as const;
export type OutboundStream = (typeof OUTBOUND_STREAMS)[number];

export const DEFAULT_TOPIC_PREFIX = 'endwatch';

/** `endwatch.vitals` and so on. */
export function topicName(prefix: string, stream: InboundStream | OutboundStream): string {
  return `${prefix}.${stream}`;
}
