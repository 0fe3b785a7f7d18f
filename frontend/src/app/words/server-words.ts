/** A sentence of the server in the reader's language. */
export function serverWords(english: string): string {
  return english;
}

export function holderWords(holder: string): string {
  return holder;
}

/** Why there is no forecast. */
export function noForecast(reason: string | null): string {
  return reason === null ? $localize`:@@words.no-forecast:No forecast` : serverWords(reason);
}
