/** Linear-light red, green, blue, 0–1. */
export type Linear = readonly [number, number, number];

export function fromHex(hex: string): Linear {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** WCAG 2: 1 to 21. */
export function contrast(a: Linear, b: Linear): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance([red, green, blue]: Linear): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export type Sight = 'full' | 'protanopia' | 'deuteranopia' | 'tritanopia';
type Matrix = readonly [Linear, Linear, Linear];

/** Machado, Oliveira and Fernandes 2009, severity 1: what each kind of colour blindness makes of linear light. */
const SIGHTS: Readonly<Record<Sight, Matrix>> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

export function seenWith(sight: Sight, colour: Linear): Linear {
  return times(SIGHTS[sight], colour).map((channel) =>
    Math.min(1, Math.max(0, channel)),
  ) as unknown as Linear;
}

function times(matrix: Matrix, vector: Linear): Linear {
  return matrix.map((row) =>
    row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0),
  ) as unknown as Linear;
}

const XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const WHITE: Linear = [0.95047, 1, 1.08883];

function lab(colour: Linear): Linear {
  const [x, y, z] = times(XYZ, colour).map((value, index) => {
    const share = value / (WHITE[index] ?? 1);
    return share > 216 / 24389 ? Math.cbrt(share) : ((24389 / 27) * share + 16) / 116;
  }) as unknown as Linear;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** ΔE of CIE 1976: the distance in Lab. About 2.3 is just noticeable side by side. */
export function difference(a: Linear, b: Linear): number {
  const [one, other] = [lab(a), lab(b)];
  return Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)));
}
