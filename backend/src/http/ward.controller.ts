import { Controller, Get, NotFoundException, Param } from '@nestjs/common';
import { coversWard, type BoardSnapshot, type WardSummary } from '@endwatch/contracts';
import { wallSnapshot } from '../domain/board/wall-view.ts';
import { BoardFeed } from '../pipeline/read-ports.ts';
import { WallSetting } from '../pipeline/wall-setting.ts';
import { Allow } from './access/allow.ts';
import { assertWard, Who, type Visitor } from './access/visitor.ts';

@Controller('api/wards')
@Allow('board.read')
export class WardController {
  readonly #feed: BoardFeed;
  readonly #wall: WallSetting;

  constructor(feed: BoardFeed, wall: WallSetting) {
    this.#feed = feed;
    this.#wall = wall;
  }

  @Get()
  async wards(@Who() visitor: Visitor): Promise<readonly WardSummary[]> {
    return (await this.#feed.wards()).filter(({ id }) => coversWard(visitor.wards, id));
  }

  @Get(':ward/board')
  async board(@Param('ward') ward: string, @Who() visitor: Visitor): Promise<BoardSnapshot> {
    assertWard(visitor, ward);
    const snapshot = await this.#feed.snapshot(ward);
    if (!snapshot) throw new NotFoundException('There is no such ward.');
    return visitor.role === 'display' ? wallSnapshot(snapshot, this.#wall.names) : snapshot;
  }
}
