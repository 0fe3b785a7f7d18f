import type { FitInput, FittedNetwork, Keeping } from './fit-network.ts';
import { StoppedError } from './fit-network.ts';

/** Fits a network, on this thread or elsewhere. */
export type Fit = (input: FitInput) => Promise<FittedNetwork>;

type Work<Fitted> = (stops: () => boolean) => Promise<Fitted>;

/**
 * Both at the same time. Where one fails or is told to stop, the other stops after its step and keeps where it stands; then what failed is thrown, or one
 * `StoppedError` for both.
 */
export async function sideBySide<Fitted>(
  works: readonly [Work<Fitted>, Work<Fitted>],
): Promise<[Fitted, Fitted]> {
  let ended = false;
  const begun = async (work: Work<Fitted>): Promise<Fitted> => {
    try {
      return await work(() => ended);
    } catch (error) {
      ended = true;
      throw error;
    }
  };
  const [one, other] = await Promise.allSettled([begun(works[0]), begun(works[1])]);
  if (one.status === 'fulfilled' && other.status === 'fulfilled') return [one.value, other.value];
  const errors = [one, other].flatMap((end): unknown[] => ('reason' in end ? [end.reason] : []));
  const stopped = errors.filter((error) => error instanceof StoppedError);
  if (stopped.length < errors.length) {
    throw errors.find((error) => !(error instanceof StoppedError));
  }
  throw new StoppedError(stopped.map(({ message }) => message).join('; '));
}

const NOTHING_KEPT: Omit<Keeping, 'network'> = {
  begin: () => null,
  write: () => undefined,
  stops: () => false,
  end: () => undefined,
};

/** Keeps as `keeping` does, and stops for `stops` as well. */
export function stoppedBy(
  stops: () => boolean,
  network: string,
  keeping: Keeping | undefined,
): Keeping {
  const given = keeping ?? { network, ...NOTHING_KEPT };
  return { ...given, stops: () => given.stops() || stops() };
}
