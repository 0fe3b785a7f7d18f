/** A function along the way from a baseline to an input, and its gradient there. */
export interface Differentiable {
  readonly valueAt: (point: Float64Array) => number;
  readonly gradientAt: (point: Float64Array) => Float64Array;
}

export interface IntegratedGradients {
  /** One for each input: (x − x′) · ∫ ∂f/∂x along the straight line (Sundararajan 2017). */
  readonly attributions: Float64Array;
  readonly baselineOutput: number;
  readonly output: number;
  /** |Σ attributions − (output − baselineOutput)|. */
  readonly completenessGap: number;
}

/** Nodes and weights on [0, 1] of the four-point Gauss-Legendre rule. */
const NODES = [0.06943184420297371, 0.33000947820757187, 0.6699905217924281, 0.9305681557970263];
const WEIGHTS = [
  0.17392742256872692, 0.32607257743127307, 0.32607257743127307, 0.17392742256872692,
];
const FIRST_PANELS = 4;
const MOST_PANELS = 256;

/**
 * The path is cut finer until the attributions add up to what the output changed by, within `gap` of that change; then `completenessGap` says
 * how well they do.
 */
export function integratedGradients(
  { valueAt, gradientAt }: Differentiable,
  path: { readonly from: Float64Array; readonly to: Float64Array },
  gap = 1e-6,
): IntegratedGradients {
  const baselineOutput = valueAt(path.from);
  const output = valueAt(path.to);
  const change = output - baselineOutput;
  for (let panels = FIRST_PANELS; ; panels *= 2) {
    const attributions = integrate(gradientAt, path, panels);
    const total = attributions.reduce((sum, value) => sum + value, 0);
    const completenessGap = Math.abs(total - change);
    if (completenessGap <= gap * Math.abs(change) || panels >= MOST_PANELS) {
      return { attributions, baselineOutput, output, completenessGap };
    }
  }
}

function integrate(
  gradientAt: Differentiable['gradientAt'],
  { from, to }: { readonly from: Float64Array; readonly to: Float64Array },
  panels: number,
): Float64Array {
  const step = to.map((value, i) => value - (from[i] ?? 0));
  const integral = new Float64Array(to.length);
  for (let panel = 0; panel < panels; panel += 1) {
    for (const [k, node] of NODES.entries()) {
      const alpha = (panel + node) / panels;
      const gradient = gradientAt(from.map((value, i) => value + alpha * (step[i] ?? 0)));
      const weight = (WEIGHTS[k] ?? 0) / panels;
      gradient.forEach((value, i) => {
        integral[i] = (integral[i] ?? 0) + weight * value;
      });
    }
  }
  return integral.map((value, i) => value * (step[i] ?? 0));
}
