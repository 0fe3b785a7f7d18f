import * as tf from '@tensorflow/tfjs';
import { encodeReports, weightShapes, type Weights } from './architecture.ts';
import { startEngine } from './engine.ts';
import { ReportEncoder } from './report-encoder.ts';
import { randomArtefact } from './testing/random-artefact.ts';

describe('a report read word by word', () => {
  const { config, weights: values } = randomArtefact();
  const { shape } = config.hazard;
  let weights: Weights;
  let encoder: ReportEncoder;

  beforeAll(async () => {
    await startEngine();
    let offset = 0;
    weights = Object.fromEntries(
      weightShapes(shape).map(([name, sizes]) => {
        const size = tf.util.sizeFromShape(sizes);
        offset += size;
        return [name, tf.tensor(values.slice(offset - size, offset), sizes)];
      }),
    );
    encoder = new ReportEncoder(weights, shape);
  });

  afterAll(() => tf.dispose(weights));

  it.each([0, 1, 2, 3, 4, 5, shape.textLength - 1, shape.textLength])(
    'has the bits of the network in training: %d words',
    (words) => {
      const tokens = Int32Array.from({ length: shape.textLength }, (_, i) =>
        i < words ? 1 + ((i * 7 + words) % (shape.vocabulary - 1)) : 0,
      );
      const whole = tf.tidy(() =>
        encodeReports(weights, tf.tensor2d(tokens, [1, tokens.length], 'int32'), shape).dataSync(),
      );
      expect([...encoder.encode(tokens)]).toEqual([...whole]);
    },
  );
});
