import type { AlertState } from '../domain/alerting/alert.ts';
import { isCanary } from '../domain/canary/canary.ts';
import { alertMessage, deadLetter } from './outgoing.ts';
import type { NewLogRecord } from './event-log.ts';
import type { BatchEffects, Ids } from './ports.ts';

/**
 * What the outside is told of a batch besides its scores: each alert that moved, each rejection. Written with the batch, sent afterwards. The
 * message of a score is made of its row when it is sent (`scoreMessage`).
 */
export function messagesOf(
  effects: Pick<BatchEffects, 'patients' | 'rejections' | 'knownAt'>,
  about: { readonly prefix: string; readonly ids: Ids },
): readonly NewLogRecord[] {
  const { prefix, ids } = about;
  const { knownAt } = effects;
  return [
    ...effects.patients
      .flatMap(({ alerts }) => alerts)
      .filter(({ patientId }) => !isCanary(patientId))
      .map((alert) => alertMessage(prefix, { alert, id: alertMessageId(alert, ids) })),
    ...effects.rejections.map((rejection, index) => {
      const { topic, partition, offset } = rejection.origin;
      const place = [topic ?? rejection.origin.door, partition ?? '', String(offset ?? knownAt)];
      const id = ids.of('rejection', ...place, index, rejection.code, rejection.detail);
      return deadLetter(prefix, { rejection, id });
    }),
  ];
}

/** As the alert stands: what is sent again says the same, and what rests on something new is no repeat. */
function alertMessageId(alert: AlertState, ids: Ids): string {
  const { id, state, stateSince, reason, scoreId, priority } = alert;
  return ids.of('alert-message', id, state, stateSince, reason, scoreId ?? '', priority);
}
