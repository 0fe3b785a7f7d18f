import { HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SessionController } from './session.controller.ts';

const visitor = { username: 'nora', name: 'Nora', role: 'nurse', wards: null };
const ADDRESS = '10.0.0.1';

describe('signing in', () => {
  const signIn = jest.fn<Promise<string | null>, [string, string]>();
  let controller: SessionController;

  beforeEach(() => {
    signIn.mockReset();
    const sessions = { signIn, whoIs: () => Promise.resolve(visitor), lifetime: () => 1 };
    const audit = { record: () => Promise.resolve() };
    controller = new SessionController(
      sessions as never,
      ...([{}, audit, {}, { timeZone: 'UTC' }] as [never, never, never, never]),
    );
  });

  const tries = async (ip = ADDRESS): Promise<number> => {
    const response = { setHeader: jest.fn(), cookie: jest.fn() } as unknown as Response;
    const asked = { username: 'nora', password: 'x' };
    return controller.signIn(asked, { ip, headers: {} } as Request, response).then(
      () => 200,
      (error: unknown) => (error instanceof HttpException ? error.getStatus() : 500),
    );
  };
  const many = async (ip?: string): Promise<number[]> => {
    const answers: number[] = [];
    for (let n = 0; n < 12; n += 1) answers.push(await tries(ip));
    return answers;
  };

  it('ten that went wrong are the last from that address, for a while', async () => {
    signIn.mockResolvedValue(null);
    expect(await many()).toEqual([...Array<number>(10).fill(401), 429, 429]);
    signIn.mockResolvedValue('token');
    expect([await tries(), await tries('10.0.0.2')]).toEqual([429, 200]);
  });

  it('those that went well, and those that the server could not look at, do not count', async () => {
    signIn.mockResolvedValue('token');
    expect(await many()).toEqual(Array<number>(12).fill(200));
    signIn.mockRejectedValue(new Error('the database is away'));
    expect(await many()).toEqual(Array<number>(12).fill(500));
    signIn.mockResolvedValue('token');
    expect(await tries()).toBe(200);
  });
});
