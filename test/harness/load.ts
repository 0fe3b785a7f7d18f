import { Kafka, logLevel, Partitioners, type Producer } from 'kafkajs';
import * as fhir from './messages.ts';

/** mulberry32: small, seeded, good enough to shuffle with. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Sent {
  readonly stream: 'vitals' | 'labs' | 'reports' | 'nihss' | 'adt';
  readonly key: string;
  readonly resource: fhir.Resource;
}

/** What must stand in the end for one patient, worked out here and nowhere else. */
export interface Expected {
  readonly patientId: string;
  readonly resources: number;
  readonly nihssTotal: number;
  readonly nihssAt: number;
  readonly admissionTotal: number;
  readonly newestVital: number;
  readonly end: 'none' | 'confirmed';
}

export interface Load {
  readonly ward: fhir.Resource[];
  readonly messages: readonly Sent[];
  readonly expected: readonly Expected[];
}

const HOUR = 3_600_000;

/**
 * A ward of patients with hourly vital signs, some laboratory values, a report and examinations every 6 h; every third patient worsens by 4.
 * Some values are corrected by a newer version. In the order of effective time; `disturbed` repeats and shuffles it.
 */
export function buildLoad(seed: number, patients: number, admittedAt: number): Load {
  const random = chance(seed);
  const messages: Sent[] = [];
  const expected: Expected[] = [];
  const wardId = `ward-${seed}`;
  const ward = [fhir.ward(wardId, `Ward ${seed}`)];
  for (let n = 0; n < patients; n++) {
    ward.push(fhir.bed(`${wardId}-bed-${n}`, `${n + 1}`, wardId));
    const one = onePatient(`${wardId}-p${n}`, {
      admittedAt,
      bedId: `${wardId}-bed-${n}`,
      n,
      random,
    });
    messages.push(...one.messages);
    expected.push(one.expected);
  }
  return { ward, messages, expected };
}

function onePatient(
  id: string,
  about: { admittedAt: number; bedId: string; n: number; random: () => number },
): { messages: Sent[]; expected: Expected } {
  const { admittedAt, bedId, n, random } = about;
  const messages: Sent[] = [];
  const send = (stream: Sent['stream'], resource: fhir.Resource): void => {
    messages.push({ stream, key: id, resource });
  };
  send('adt', fhir.patient(id, `Test, Patient ${n}`));
  send('adt', fhir.encounter(id, { start: admittedAt, bedId }));
  send('adt', fhir.strokeCondition(id, admittedAt));
  const hours = 30;
  for (let hour = 0; hour < hours; hour++) {
    const at = admittedAt + hour * HOUR;
    const told = (
      kind: string,
      version = 1,
      status = 'final',
    ): Parameters<typeof fhir.heartRate>[0] => ({
      id: `${id}-${kind}-${hour}`,
      patientId: id,
      at,
      version,
      status,
    });
    send('vitals', fhir.heartRate(told('hr'), 60 + Math.floor(random() * 50)));
    send(
      'vitals',
      fhir.bloodPressure(
        told('bp'),
        130 + Math.floor(random() * 50),
        70 + Math.floor(random() * 20),
      ),
    );
    if (hour % 8 === 1) {
      send('labs', fhir.glucose(told('glu'), 90 + Math.floor(random() * 120)));
      if (random() < 0.5) send('labs', fhir.glucose(told('glu', 2, 'corrected'), 110));
    }
    if (hour === 2) {
      send('reports', fhir.report(told('ct'), 'CT head: hyperdense left MCA sign. No hemorrhage.'));
    }
    if (hour % 6 === 0) {
      const worse = n % 3 === 0 && hour >= 18 ? 4 : 0;
      send(
        'nihss',
        fhir.nihss(told('nihss'), { '5a': 1 + Math.min(worse, 2), '6a': 2 + worse / 2, '9': 1 }),
      );
    }
  }
  const keys = new Set(
    messages.map(
      ({ resource }) =>
        `${resource.resourceType}/${String(resource['id'])}/${JSON.stringify(resource['meta'] ?? null)}`,
    ),
  );
  const worsens = n % 3 === 0;
  const lastExam = 24;
  return {
    messages,
    expected: {
      patientId: id,
      resources: keys.size,
      nihssTotal: worsens ? 8 : 4,
      nihssAt: admittedAt + lastExam * HOUR,
      admissionTotal: 4,
      newestVital: admittedAt + (hours - 1) * HOUR,
      end: worsens ? 'confirmed' : 'none',
    },
  };
}

/** The same messages with a tenth repeated, in an order that mixes up to `window` neighbours. */
export function disturbed(messages: readonly Sent[], seed: number, window = 400): Sent[] {
  const random = chance(seed);
  const repeated = messages.flatMap((sent) => (random() < 0.1 ? [sent, sent] : [sent]));
  return repeated
    .map((sent, index) => ({ sent, place: index + random() * window }))
    .sort((a, b) => a.place - b.place)
    .map(({ sent }) => sent);
}

/** A plain client, as an interface engine would have it. */
export async function withProducer<T>(
  brokers: string,
  work: (
    send: (topic: string, messages: readonly Sent[]) => Promise<void>,
    producer: Producer,
  ) => Promise<T>,
): Promise<T> {
  const producer = new Kafka({
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
  }).producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  try {
    return await work(async (topic, messages) => {
      await producer.send({
        topic,
        messages: messages.map(({ key, resource }) => ({ key, value: JSON.stringify(resource) })),
      });
    }, producer);
  } finally {
    await producer.disconnect();
  }
}

/** Sends in the order given, in runs of one stream, so that partitions keep that order. */
export async function produce(
  brokers: string,
  { prefix, messages, pause = 0 }: { prefix: string; messages: readonly Sent[]; pause?: number },
): Promise<void> {
  await withProducer(brokers, async (send) => {
    for (let from = 0; from < messages.length; from += 200) {
      const byStream = Map.groupBy(messages.slice(from, from + 200), ({ stream }) => stream);
      for (const [stream, some] of byStream) await send(`${prefix}.${stream}`, some);
      if (pause > 0) await new Promise((wait) => setTimeout(wait, pause));
    }
  });
}
