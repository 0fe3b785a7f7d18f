/** The clock on the wall of the site. */
export class SiteTime {
  readonly timeZone: string;

  constructor(timeZone: string) {
    this.timeZone = timeZone;
  }
}
