import type { Artefact, LogitCalibration } from '@endwatch/ml-model';
import { packedChecksum } from '@endwatch/ml-model';
import type { SiteMethod } from './recalibrated-model.ts';
import type { IntervalRecord } from './recalibrate-intervals.ts';
import type { Stay } from './stay-rows.ts';

export interface RecalibrationCardInput {
  readonly parent: Artefact;
  readonly artefact: Artefact;
  readonly method: SiteMethod;
  readonly command: string;
  readonly cohort: string;
  readonly stays: readonly Stay[];
}

function words({ intercept, slope, curve }: LogitCalibration): string {
  const line = `intercept ${intercept.toFixed(3)}, slope ${slope.toFixed(3)} on the logit`;
  return curve ? `${line}, then a curve of ${String(curve.x.length)} corners` : line;
}

/** What each interval got, as the artefact's provenance has it. */
function intervalWords({ provenance }: Artefact): string {
  const { intervals } = provenance['recalibration'] as {
    readonly intervals?: readonly IntervalRecord[];
  };
  if (!intervals) return '';
  const rows = intervals.map(
    ({ fromHour, toHour, ends, intercept, slope }) =>
      `| ${String(fromHour)}–${String(toHour)} h | ${String(ends)} | ${intercept.toFixed(3)} | ${slope.toFixed(3)} |`,
  );
  return `
Each interval of the hazards by a line of its own, drawn to that of all where END is rare, worked into the weights; the calibration above lies on top:

| interval | END charted in it | intercept | slope |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

/** Model card of a recalibrated artefact: what changed; everything else is its parent's. */
export function recalibrationCard(input: RecalibrationCardInput): string {
  const { parent, artefact, method, command, cohort, stays } = input;
  const ends = stays.filter(({ followUp }) => followUp.event).length;
  const before = parent.config;
  const after = artefact.config;
  const learned = after.trainedOn === 'simulated' ? 'simulated patients' : "a site's own patients";
  const thresholds = ({ medium, high, highOff }: typeof after.thresholds): string =>
    `medium from ${medium.toFixed(2)}, high from ${high.toFixed(2)}, alert ends below ${highOff.toFixed(2)}`;
  return `# Model card: ${after.version}

**The networks learned from ${learned}. Recalibration fits their risks to other patients; it teaches them nothing. Not a medical device.**

Parent: ${before.version}, checksum ${packedChecksum(parent)}. Its model card holds for everything that is not named here.

| | parent | this artefact |
| --- | --- | --- |
| calibration of the hazards | ${words(before.hazard.calibration)} | ${words(after.hazard.calibration)} |
| calibration of the admission model | ${before.admission ? words(before.admission.calibration) : '–'} | ${after.admission ? words(after.admission.calibration) : '–'} |
| bands of the risk within 24 h | ${thresholds(before.thresholds)} | ${thresholds(after.thresholds)} |

- method: ${method}
- cohort: ${cohort}; ${String(stays.length)} stays, END charted in ${String(ends)}
- command: \`${command}\`
${intervalWords(artefact)}
Judge it on patients that were not used here (\`npm run evaluate\`) before it is put into service.
`;
}
