import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Right } from '@endwatch/contracts';

export const RIGHT = 'endwatch:right';

/** The right that a route asks for. A route that names none is closed to everybody. */
export const Allow = (right: Right): CustomDecorator => SetMetadata(RIGHT, right);

/** For anybody, signed in or not: health, signing in. */
export const OpenToAll = (): CustomDecorator => SetMetadata(RIGHT, null);
