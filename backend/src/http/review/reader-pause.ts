import { HttpException } from '@nestjs/common';
import type { Response } from 'express';
import type { Pause } from '../../domain/review/pause.ts';
import { DESK_STRETCH, Turns } from '../../pipeline/turns.ts';

/** As nginx writes it down; nobody reads it. */
const CLIENT_CLOSED_REQUEST = 499;

/** For the work of one answer: it lets the ward's decisions have their turn, and ends, by throwing, when whoever asked has gone away. */
export function readerPause(response: Response): Pause {
  const turns = new Turns(DESK_STRETCH);
  return () => {
    if (response.destroyed) {
      throw new HttpException('Whoever asked has gone away.', CLIENT_CLOSED_REQUEST);
    }
    return turns.due();
  };
}
