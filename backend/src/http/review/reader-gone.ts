import { HttpException } from '@nestjs/common';
import type { Response } from 'express';

/** As nginx writes it down; nobody reads it. */
const CLIENT_CLOSED_REQUEST = 499;

/** Aborted when whoever asked goes away before they were answered. */
export function readerGone(response: Response): AbortSignal {
  const gone = new AbortController();
  const leave = (): void => {
    gone.abort(new HttpException('Whoever asked has gone away.', CLIENT_CLOSED_REQUEST));
  };
  if (response.destroyed) leave();
  else response.once('close', leave);
  return gone.signal;
}
