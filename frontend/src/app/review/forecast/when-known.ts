/** Said wherever forecasts are judged. */
export const WHEN_KNOWN = $localize`:@@review-forecast.when-known:Only the forecast that the board showed at that moment counts, and only what came after it.`;
