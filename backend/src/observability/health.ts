export interface PartHealth {
  readonly up: boolean;
  readonly detail: string;
}

/** What must work for this process to be of use, each asked when somebody wants to know. */
export class Health {
  readonly #checks: Readonly<Record<string, () => PartHealth | Promise<PartHealth>>>;

  constructor(checks: Readonly<Record<string, () => PartHealth | Promise<PartHealth>>>) {
    this.#checks = checks;
  }

  async parts(): Promise<Record<string, PartHealth>> {
    const answers = await Promise.all(
      Object.entries(this.#checks).map(async ([name, check]) => [name, await safely(check)]),
    );
    return Object.fromEntries(answers) as Record<string, PartHealth>;
  }
}

const PATIENCE_MS = 2_000;

async function safely(check: () => PartHealth | Promise<PartHealth>): Promise<PartHealth> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<PartHealth>((answer) => {
    timer = setTimeout(() => {
      answer({ up: false, detail: `no answer within ${PATIENCE_MS / 1000} s` });
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([check(), late]);
  } catch (error) {
    return { up: false, detail: error instanceof Error ? error.message : 'failed' };
  } finally {
    clearTimeout(timer);
  }
}
