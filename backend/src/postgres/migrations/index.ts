import type { MigrationInterface } from 'typeorm';

/** In the order they were made. */
export const migrations: (new () => MigrationInterface)[] = [];
