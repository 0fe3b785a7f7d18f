import { withoutDuties } from './duty-words.ts';

/** Somebody who can be put on the rota. */
export interface Person {
  readonly username: string;
  readonly name: string;
}

export type Named =
  | { readonly ok: true; readonly username: string }
  | { readonly ok: false; readonly problem: string };

/** Whom an event is about: who takes part in it, else whose name its summary has. Who is named twice differently is nobody. */
export function personOf(
  event: Naming,
  people: readonly Listed[],
  /** Whose it was until now, for an event that names nobody at all. */
  before: string | null,
): Named {
  const invited = people.filter(({ username }) => event.usernames.includes(username));
  const named = namedIn(event.summary, people);
  if (invited.length > 1) return several(invited);
  const [one] = invited;
  if (one !== undefined) return agreed(one, named);
  if (named.length > 1) return several(named);
  const still = isSilent(event) ? people.find(({ username }) => username === before) : undefined;
  const who = named[0] ?? still;
  return who ? found(who) : refused('it names nobody who can be put on the rota');
}

/** With the name as it is looked for. */
export interface Listed extends Person {
  readonly plain: string;
}

export function listed(people: readonly Person[]): readonly Listed[] {
  return people.map(({ username, name }) => ({ username, name, plain: plain(name) }));
}

interface Naming {
  readonly usernames: readonly string[];
  readonly summary: string;
}

/** Of two people of one name the attendee says which. */
function agreed(invited: Person, named: readonly Person[]): Named {
  const other = named.find(({ name }) => name !== invited.name);
  if (other === undefined) return found(invited);
  return refused(`it is ${invited.name}'s by its attendee and ${other.name}'s by its summary`);
}

function isSilent({ usernames, summary }: Naming): boolean {
  return usernames.length === 0 && plain(withoutDuties(summary)).trim() === '';
}

/** Whose whole name is in it; a name that is only a part of another one that is there does not count. */
function namedIn(summary: string, people: readonly Listed[]): readonly Person[] {
  const text = plain(summary);
  const there = people.filter((one) => text.includes(one.plain));
  return there.filter(
    (one) => !there.some((each) => each.plain !== one.plain && each.plain.includes(one.plain)),
  );
}

/** Words in small letters with one blank around each. */
function plain(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}'’.-]+/u)
    .map((word) => word.replace(/^[-.'’]+|[-.'’]+$/gu, ''));
  return ` ${words.filter((word) => word !== '').join(' ')} `;
}

function found({ username }: Person): Named {
  return { ok: true, username };
}

function several(people: readonly Person[]): Named {
  const names = people.map(({ name, username }) => `${name} (${username})`).join(', ');
  return refused(`it names more than one: ${names}`);
}

function refused(problem: string): Named {
  return { ok: false, problem };
}
