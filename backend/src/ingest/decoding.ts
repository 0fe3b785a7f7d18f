import type { ClinicalRecord, LocationRecord } from '@endwatch/clinical';
import type { RejectionCode } from '@endwatch/contracts';
import type { Decoded, Origin, Rejection } from '../pipeline/ports.ts';
import type { References } from './references.ts';
import type { SiteTime } from './site-time.ts';
import type { JsonObject } from './unproven.ts';

/** One resource of a message, with what is needed to read it. */
export interface Entry {
  readonly resource: JsonObject;
  readonly type: string;
  /** `Observation/42`, null where it has no id. */
  readonly name: string | null;
  /** `fullUrl` of its Bundle entry. */
  readonly fullUrl: string | null;
  readonly references: References;
  readonly origin: Origin;
  readonly siteTime: SiteTime;
}

/** Where the readers of one message put what they find. One resource at a time is being read; what it is found to be bad for is noted under it. */
export class Decoding {
  readonly records: ClinicalRecord[] = [];
  readonly locations: LocationRecord[] = [];
  readonly rejections: Rejection[] = [];
  /** Work that takes time (text out of a PDF); never rejects. */
  readonly pending: Promise<void>[] = [];
  private readonly ignored: Record<string, number> = {};
  private resource: string | null = null;
  private patientId: string | null = null;
  /** How much there was of each before the resource was begun. */
  private recordsBefore = 0;
  private locationsBefore = 0;
  private rejectionsBefore = 0;

  /** Starts on a resource. */
  begin(name: string | null): void {
    this.resource = name;
    this.patientId = null;
    this.recordsBefore = this.records.length;
    this.locationsBefore = this.locations.length;
    this.rejectionsBefore = this.rejections.length;
  }

  /** From here on the resource is known to be of this patient. */
  concerns(patientId: string): void {
    this.patientId = patientId;
  }

  record(record: ClinicalRecord): void {
    this.records.push(record);
  }

  location(location: LocationRecord): void {
    this.locations.push(location);
  }

  reject(code: RejectionCode, detail: string): void {
    this.rejections.push({ code, detail, patientId: this.patientId, resource: this.resource });
  }

  /** A rejection to be made later, when another resource may be at hand. */
  rejecter(): (code: RejectionCode, detail: string) => void {
    const { patientId, resource } = this;
    return (code, detail) => {
      this.rejections.push({ code, detail, patientId, resource });
    };
  }

  ignore(what: string): void {
    this.ignored[what] = (this.ignored[what] ?? 0) + 1;
  }

  /** Forgets what the resource brought, after reading it broke off half way. */
  rewind(): void {
    this.records.length = this.recordsBefore;
    this.locations.length = this.locationsBefore;
    this.rejections.length = this.rejectionsBefore;
  }

  result(): Decoded {
    return {
      records: this.records,
      locations: this.locations,
      rejections: this.rejections,
      ignored: this.ignored,
    };
  }
}
