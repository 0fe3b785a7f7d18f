import { HeldBoards, type ReadBoard } from './held-boards.ts';

const board = (mark: string, ...tiles: readonly string[]): ReadBoard => ({
  ...{ mark, sequence: Number(mark), tiles },
  ward: { id: 'w', name: 'W', beds: { order: [], hidden: [] } },
});

describe('boards held', () => {
  it('are read once for all who ask while nothing moves, and anew when it has', async () => {
    const read = jest.fn((): Promise<ReadBoard> => Promise.resolve(board('1', '{"bed":"1"}')));
    const held = new HeldBoards(read);
    const [first, second] = await Promise.all([held.get('w', '1'), held.get('w', '1')]);
    expect(first).toBe(second);
    expect(first?.json.toString()).toBe(',"rows":[{"bed":"1"}]}');
    expect(first?.rows()).toEqual([{ bed: '1' }]);
    expect(first?.rows()).toBe(second?.rows());
    expect(await held.get('w', '1')).toBe(first);
    expect(read).toHaveBeenCalledTimes(1);
    read.mockResolvedValue(board('2'));
    expect(await held.get('w', '2')).toMatchObject({ sequence: 2 });
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('that moved on while they were read are held as what they have become', async () => {
    const read = jest.fn(() => Promise.resolve(board('3')));
    const held = new HeldBoards(read);
    expect(await held.get('w', '2')).toMatchObject({ mark: '3' });
    expect(await held.get('w', '3')).toMatchObject({ mark: '3' });
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('that were read slowly do not take the place of what was read since', async () => {
    const slow = Promise.withResolvers<ReadBoard>();
    const read = jest.fn<Promise<ReadBoard | null>, []>();
    read.mockReturnValueOnce(slow.promise).mockResolvedValue(board('3'));
    const held = new HeldBoards(read);
    const first = held.get('w', '1');
    expect(await held.get('w', '3')).toMatchObject({ mark: '3' });
    slow.resolve(board('2'));
    expect(await first).toMatchObject({ mark: '2' });
    expect(await held.get('w', '3')).toMatchObject({ mark: '3' });
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('that could not be read are asked for again', async () => {
    const read = jest.fn<Promise<ReadBoard | null>, []>();
    read.mockRejectedValueOnce(new Error('gone')).mockResolvedValue(board('1'));
    const held = new HeldBoards(read);
    await expect(held.get('w', '1')).rejects.toThrow('gone');
    expect(await held.get('w', '1')).toMatchObject({ sequence: 1 });
    read.mockResolvedValue(null);
    expect(await held.get('nowhere', '1')).toBeNull();
  });

  it('are few', async () => {
    const read = jest.fn(() => Promise.resolve(board('1')));
    const held = new HeldBoards(read);
    for (let ward = 0; ward <= 64; ward += 1) await held.get(`w${String(ward)}`, '1');
    await held.get('w64', '1');
    expect(read).toHaveBeenCalledTimes(65);
    await held.get('w0', '1');
    expect(read).toHaveBeenCalledTimes(66);
  });
});
