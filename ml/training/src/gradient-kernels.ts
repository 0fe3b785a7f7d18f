import * as tf from '@tensorflow/tfjs';

/** What a kernel of the wasm engine gets. */
interface KernelCall {
  readonly inputs: unknown;
  readonly attrs?: unknown;
  readonly backend: unknown;
}

interface HostData {
  readSync(id: object): Float32Array | Int32Array;
  makeOutput(shape: number[], dtype: 'float32'): tf.TensorInfo;
  typedArrayFromHeap(tensor: tf.TensorInfo): Float32Array;
}

/**
 * The wasm engine lacks the gradient of `gather`: adds up rows of `x` that went to the same segment, on the host. The embedding is trained by it.
 */
function unsortedSegmentSum({ inputs, attrs, backend }: KernelCall): tf.TensorInfo {
  const { x, segmentIds } = inputs as { x: tf.TensorInfo; segmentIds: tf.TensorInfo };
  const { numSegments } = attrs as { numSegments: number };
  const host = backend as HostData;
  const values = host.readSync(x.dataId);
  const segments = host.readSync(segmentIds.dataId);
  const width = values.length / segments.length;
  const output = host.makeOutput([numSegments, ...x.shape.slice(1)], 'float32');
  const sums = host.typedArrayFromHeap(output).fill(0);
  segments.forEach((segment, row) => {
    const [from, to] = [row * width, segment * width];
    for (let i = 0; i < width; i += 1) sums[to + i] = (sums[to + i] ?? 0) + (values[from + i] ?? 0);
  });
  return output;
}

let registered = false;

/** Once for each process, before the first training step. */
export function registerGradientKernels(): void {
  if (registered || tf.getBackend() !== 'wasm') return;
  registered = true;
  tf.registerKernel({
    kernelName: 'UnsortedSegmentSum',
    backendName: 'wasm',
    kernelFunc: unsortedSegmentSum,
  });
}
