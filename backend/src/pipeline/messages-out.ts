import { alertMessage, deadLetter, scoreMessage } from './outgoing.ts';
import type { NewLogRecord } from './event-log.ts';
import type { BatchEffects, Ids, ModelManifest } from './ports.ts';

/** What the outside is told of a batch: each new score, each alert that moved, each rejection. Written with the batch, sent afterwards. */
export function messagesOf(
  effects: Pick<BatchEffects, 'patients' | 'rejections' | 'knownAt'>,
  about: { readonly prefix: string; readonly manifest: ModelManifest; readonly ids: Ids },
): readonly NewLogRecord[] {
  const { prefix, manifest, ids } = about;
  const { knownAt } = effects;
  return [
    ...effects.patients.flatMap(({ scores, alerts }) => [
      ...scores.map((score) => scoreMessage(prefix, score, manifest)),
      ...alerts.map((alert) => alertMessage(prefix, alert)),
    ]),
    ...effects.rejections.map((rejection, index) => {
      const { topic, partition, offset } = rejection.origin;
      const place = [topic ?? rejection.origin.door, partition ?? '', String(offset ?? knownAt)];
      const id = ids.of('rejection', ...place, index, rejection.code, rejection.detail);
      return deadLetter(prefix, { rejection, id });
    }),
  ];
}
