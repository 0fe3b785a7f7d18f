import type { WardPlaces } from '@endwatch/contracts';
import type { LocationDirectory } from '../domain/board/placement.ts';
import type { WardOnBoard } from '../domain/board/known-wards.ts';
import { SettingStore } from './setting.ts';

/** How wards and beds are shown, as administrators have set it for each ward. */
export abstract class WardPlacesStore extends SettingStore<WardPlaces> {}

/** What the product knows of the hospital's places. */
export abstract class PlaceQueries {
  abstract read(): Promise<{
    readonly directory: LocationDirectory;
    readonly boards: readonly WardOnBoard[];
  }>;
}
