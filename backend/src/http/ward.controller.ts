import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import type { BoardSnapshot, WardSummary } from '@endwatch/contracts';
import { BoardFeed } from '../pipeline/read-ports.ts';

@Controller('api/wards')
export class WardController {
  readonly #feed: BoardFeed;

  constructor(feed: BoardFeed) {
    this.#feed = feed;
  }

  @Get()
  wards(): Promise<readonly WardSummary[]> {
    return this.#feed.wards();
  }

  @Get(':ward/board')
  async board(@Param('ward') ward: string): Promise<BoardSnapshot> {
    const snapshot = await this.#feed.snapshot(ward);
    if (!snapshot) throw new NotFoundException('There is no such ward.');
    return snapshot;
  }
}
