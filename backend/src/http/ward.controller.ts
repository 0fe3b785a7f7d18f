import { Controller, Get, Header, NotFoundException, Param, StreamableFile } from '@nestjs/common';
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
  @Header('content-type', 'application/json; charset=utf-8')
  async board(
    @Param('ward') ward: string,
    @Who() visitor: Visitor,
  ): Promise<BoardSnapshot | StreamableFile> {
    assertWard(visitor, ward);
    const board = await this.#board(ward, visitor);
    if (board === null) throw new NotFoundException('There is no such ward.');
    return board;
  }

  /** Bytes are JSON already. */
  async #board(ward: string, { role }: Visitor): Promise<BoardSnapshot | StreamableFile | null> {
    if (role === 'display') {
      const snapshot = await this.#feed.snapshot(ward);
      return snapshot && wallSnapshot(snapshot, this.#wall.names);
    }
    const json = await this.#feed.snapshotJson(ward);
    return json && new StreamableFile(json);
  }
}
