import { at } from '../sequence.ts';

export type Column = readonly number[];

/** Methods by name, whatever their inputs: the file that names a method has the inputs of that method. */
export type GoldenMethods = Readonly<Record<string, (inputs: never) => unknown>>;

export const LONGEST_TABLE = 500;

/** A table is told row by row for small cases only. */
export function tableOf<Row>(rows: readonly Row[], subjects: number): readonly Row[] | null {
  return subjects > LONGEST_TABLE ? null : rows;
}

export function membersOf(group: Column): Map<number, number[]> {
  return Map.groupBy(
    group.map((_, i) => i),
    (i) => at(group, i),
  );
}

export function pick(values: Column, members: readonly number[]): number[] {
  return members.map((i) => at(values, i));
}
