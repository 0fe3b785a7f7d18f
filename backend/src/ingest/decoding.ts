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
  private readonly ignoredCounts = new Map<string, number>();
  private resource: string | null = null;
  private patientId: string | null = null;

  /** Starts on a resource; `name` is `Observation/42`, null where it has no id. */
  begin(name: string | null): void {
    this.resource = name;
    this.patientId = null;
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
    this.ignoredCounts.set(what, (this.ignoredCounts.get(what) ?? 0) + 1);
  }

  /** Forgets what a resource brought, after reading it broke off half way. */
  rewind(to: {
    readonly records: number;
    readonly locations: number;
    readonly rejections: number;
  }): void {
    this.records.length = to.records;
    this.locations.length = to.locations;
    this.rejections.length = to.rejections;
  }

  mark(): { records: number; locations: number; rejections: number } {
    return {
      records: this.records.length,
      locations: this.locations.length,
      rejections: this.rejections.length,
    };
  }

  result(): Decoded {
    return {
      records: this.records,
      locations: this.locations,
      rejections: this.rejections,
      ignored: Object.fromEntries(this.ignoredCounts),
    };
  }
}
