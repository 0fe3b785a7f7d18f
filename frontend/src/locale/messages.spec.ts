import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messages as first } from './de/index.ts';
import { messages as review } from './de/review.ts';
import { placeholdersOf, readMessages } from '../app/testing/read-messages.ts';

const german = { ...first, ...review };
const FOLDER = join(__dirname, 'de');
/** Which values a text holds, however they are ordered. */
const values = (text: string): string => placeholdersOf(text).join();

const marked = readMessages();
const withId = marked.filter((one): one is typeof one & { id: string } => one.id !== undefined);

describe('the texts of the pages', () => {
  it('each have an id that begins with their area, names for their values, and a place where Angular puts them', () => {
    const wrong = marked.filter(
      ({ id, english, lost }) =>
        id === undefined || lost || !/^[a-z-]+(\.[a-z0-9-]+)+$/.test(id) || english.includes('{$}'),
    );
    expect(marked.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  it('never have two English wordings under one id', () => {
    const first = new Map<string, string>();
    const differing = withId.filter(({ id, english }) => {
      const before = first.get(id) ?? english;
      first.set(id, before);
      return before.trim() !== english.trim();
    });
    expect(differing).toEqual([]);
  });
});

describe('German', () => {
  it('has every text, with the same values in it', () => {
    const lacking = withId
      .filter(({ id, english }) => {
        const text = german[id];
        return text === undefined || values(text) !== values(english);
      })
      .map(({ id, english, file }) => ({ id, english, file, german: german[id] }));
    expect(lacking).toEqual([]);
  });

  it('has none that no page uses any more', () => {
    const used = new Set(withId.map(({ id }) => id));
    // What the server says in words is asked for by an id made of them, wherever it says it.
    const left = Object.keys(german).filter((id) => !used.has(id) && !id.startsWith('said.'));
    expect(left).toEqual([]);
  });

  it('is in a file for each area, all of them loaded', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
    const held = files.flatMap((name) => {
      const area = name.replace('.json', '.');
      const ids = Object.keys(
        JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Record<string, string>,
      );
      expect(ids.filter((id) => !id.startsWith(area))).toEqual([]);
      return ids;
    });
    expect(held.toSorted()).toEqual(Object.keys(german).toSorted());
  });
});
