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
  readonly nihssTotal: number;
  readonly nihssAt: number;
  readonly admissionTotal: number;
  readonly newestVital: number;
  readonly end: 'none' | 'confirmed';
  /** Hours from admission to the examination that confirmed END. */
  readonly endHour: number | null;
}

export interface Load {
  readonly wardId: string;
  readonly admittedAt: number;
  readonly messages: readonly Sent[];
  readonly expected: readonly Expected[];
}

export const LOAD_HOURS = 30;
const HOUR = 3_600_000;
const LAST_EXAMINATION = 24;
const WORSE_FROM = 18;
/** Values of earlier hours may be corrected or taken back; the last ones stand. */
const SETTLED_FROM = 24;

/**
 * A ward of patients over 30 h: hourly vital signs, laboratory values every 8 h, a report, examinations every 6 h; every third patient worsens
 * by 4. Some laboratory values are corrected and some vital signs taken back by a newer version. In the order of effective time.
 */
export function buildLoad(seed: number, patients: number, admittedAt: number): Load {
  const random = chance(seed);
  const wardId = `ward-${seed}`;
  const timed: Timed[] = [];
  const expected: Expected[] = [];
  const place = (resource: fhir.Resource): void => {
    timed.push({ at: admittedAt, sent: { stream: 'adt', key: wardId, resource } });
  };
  place(fhir.ward(wardId, `Ward ${seed}`));
  for (let n = 0; n < patients; n++) {
    place(fhir.bed(`${wardId}-bed-${n}`, `${n + 1}`, wardId));
    const who = { id: `${wardId}-p${n}`, bedId: `${wardId}-bed-${n}`, n, admittedAt };
    timed.push(...stayOf(who, random));
    expected.push(endOf(who));
  }
  timed.sort((a, b) => a.at - b.at);
  return { wardId, admittedAt, messages: timed.map(({ sent }) => sent), expected };
}

interface Timed {
  readonly at: number;
  readonly sent: Sent;
}

interface Who {
  readonly id: string;
  readonly bedId: string;
  readonly n: number;
  readonly admittedAt: number;
}

const worsens = ({ n }: Who): boolean => n % 3 === 0;

function endOf(who: Who): Expected {
  const { id, admittedAt } = who;
  return {
    patientId: id,
    nihssTotal: worsens(who) ? 8 : 4,
    nihssAt: admittedAt + LAST_EXAMINATION * HOUR,
    admissionTotal: 4,
    newestVital: admittedAt + (LOAD_HOURS - 1) * HOUR,
    end: worsens(who) ? 'confirmed' : 'none',
    endHour: worsens(who) ? WORSE_FROM : null,
  };
}

function stayOf(who: Who, random: () => number): Timed[] {
  const { id, bedId, n, admittedAt } = who;
  const adt = (resource: fhir.Resource): Timed => ({
    at: admittedAt,
    sent: { stream: 'adt', key: id, resource },
  });
  const stay = [
    adt(fhir.patient(id, `Test, Patient ${n}`)),
    adt(fhir.encounter(id, { start: admittedAt, bedId })),
    adt(fhir.strokeCondition(id, admittedAt)),
  ];
  for (let hour = 0; hour < LOAD_HOURS; hour++) {
    const at = admittedAt + hour * HOUR;
    for (const sent of hourOf(who, hour, random)) stay.push({ at, sent });
  }
  return stay;
}

function hourOf(who: Who, hour: number, random: () => number): Sent[] {
  const { id, admittedAt } = who;
  const between = (least: number, most: number): number =>
    least + Math.floor(random() * (most - least));
  const told = (kind: string, version = 1, status = 'final'): fhir.Told => ({
    ...{ id: `${id}-${kind}-${hour}`, patientId: id, at: admittedAt + hour * HOUR },
    ...{ version, status },
  });
  const sent: Sent[] = [];
  const send = (stream: Sent['stream'], resource: fhir.Resource): void => {
    sent.push({ stream, key: id, resource });
  };
  const rate = between(60, 110);
  send('vitals', fhir.heartRate(told('hr'), rate));
  if (hour < SETTLED_FROM && random() < 0.1) {
    send('vitals', fhir.heartRate(told('hr', 2, 'entered-in-error'), rate));
  }
  send('vitals', fhir.bloodPressure(told('bp'), between(130, 180), between(70, 90)));
  if (hour % 8 === 1) {
    send('labs', fhir.glucose(told('glu'), between(90, 210)));
    if (random() < 0.5) send('labs', fhir.glucose(told('glu', 2, 'corrected'), 110));
  }
  if (hour === 2) {
    send('reports', fhir.report(told('ct'), 'CT head: hyperdense left MCA sign. No hemorrhage.'));
  }
  if (hour % 6 === 0 && hour <= LAST_EXAMINATION) {
    const worse = worsens(who) && hour >= WORSE_FROM ? 2 : 0;
    send('nihss', fhir.nihss(told('nihss'), { '5a': 1 + worse, '6a': 2 + worse, '9': 1 }));
  }
  return sent;
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
