import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child, ROOT } from './child.ts';

const SHIPPED = join(ROOT, 'ml/artefacts');
const WEIGHTS = 'weights.bin';

interface Document {
  readonly config: {
    readonly version: string;
    readonly hazard: { readonly calibration: { readonly intercept: number } };
  };
}

/** A second model, to run in the shadow: the newest artefact that is shipped, its hazards lifted on the logit scale, under a name of its own. */
export class LiftedModel {
  readonly version = 'fusion-lifted';
  readonly #folder = mkdtempSync(join(tmpdir(), 'endwatch-shadow-'));

  constructor(by: number) {
    const names = readdirSync(SHIPPED).sort(new Intl.Collator('en', { numeric: true }).compare);
    const from = join(SHIPPED, names.at(-1) ?? '');
    const document = JSON.parse(readFileSync(join(from, 'artefact.json'), 'utf8')) as Document;
    const { version } = this;
    const { hazard } = document.config;
    const calibration = { ...hazard.calibration, intercept: hazard.calibration.intercept + by };
    const config = { ...document.config, version, hazard: { ...hazard, calibration } };
    const checksum = createHash('sha256')
      .update(JSON.stringify(config))
      .update(readFileSync(join(from, WEIGHTS)))
      .digest('hex');
    const text = JSON.stringify({ ...document, config, checksum });
    writeFileSync(join(this.#folder, 'artefact.json'), text);
    copyFileSync(join(from, WEIGHTS), join(this.#folder, WEIGHTS));
  }

  get env(): Readonly<Record<string, string>> {
    return { ENDWATCH_SHADOW_MODEL: this.#folder };
  }

  /** `npm run shadow -- --days 120 --past` on the database of a home; resolves when it has answered. */
  async answerPast(home: string): Promise<void> {
    const command = new Child({
      args: ['backend/dist/shadow.cli.js', '--days', '120', '--past'],
      env: { ENDWATCH_HOME: home, ...this.env },
    });
    await command.line(/^answered in the shadow, of what was stored before: \d+ scores$/, 120_000);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
