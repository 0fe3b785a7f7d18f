/** Something in the end that is not as it must be. */
export interface Finding {
  readonly sort: 'lost' | 'doubled' | 'wrong';
  readonly what: string;
  /** Whose record it is about, where it is about one: its path is printed. */
  readonly about?: { readonly patientId: string; readonly resourceKey?: string };
}

export function wrong(what: readonly string[]): Finding[] {
  return what.map((each) => ({ sort: 'wrong', what: each }));
}
