import { Injectable } from '@nestjs/common';
import { DriftReadings, ShadowReadings } from '../../pipeline/review-quality.ts';

/** What the quality views read beside the stays. */
@Injectable()
export class QualitySources {
  readonly drift: DriftReadings;
  readonly shadow: ShadowReadings;

  constructor(drift: DriftReadings, shadow: ShadowReadings) {
    this.drift = drift;
    this.shadow = shadow;
  }
}
