/** What a key does on the board. */
export type BoardAction =
  | 'search'
  | 'acknowledge'
  | 'star'
  | 'mine'
  | 'beds'
  | 'lanes'
  | 'list'
  | 'seen'
  | 'quiet'
  | 'theme'
  | 'clear'
  | 'help';

export interface BoardKey {
  /** As the event names it; null: more than one key, or not for the board to act on. */
  readonly key: string | null;
  readonly shown: string;
  readonly words: string;
  readonly action: BoardAction | null;
}

/** The one list behind the keys themselves and the sheet that explains them. */
export const BOARD_KEYS: readonly BoardKey[] = [
  {
    key: '/',
    shown: '/',
    words: $localize`:@@board.key.search:Search for a bed or a name`,
    action: 'search',
  },
  {
    key: null,
    shown: $localize`:@@board.key.arrows:Arrows`,
    words: $localize`:@@board.key.walk:Walk the beds`,
    action: null,
  },
  {
    key: null,
    shown: $localize`:@@board.key.enter:Enter`,
    words: $localize`:@@board.key.open:Open the patient`,
    action: null,
  },
  {
    ...{ key: 'a', shown: 'a', action: 'acknowledge' },
    words: $localize`:@@board.key.acknowledge:Acknowledge the most urgent alert of the bed`,
  },
  {
    key: 's',
    shown: 's',
    words: $localize`:@@board.key.star:Tick the bed as mine, or no longer`,
    action: 'star',
  },
  {
    key: 'm',
    shown: 'm',
    words: $localize`:@@board.key.mine:My patients only, or everybody`,
    action: 'mine',
  },
  { key: 'b', shown: 'b', words: $localize`:@@board.key.beds:Beds in place`, action: 'beds' },
  {
    key: 'u',
    shown: 'u',
    words: $localize`:@@board.key.lanes:Lanes by urgency, or beds in place`,
    action: 'lanes',
  },
  {
    key: 'l',
    shown: 'l',
    words: $localize`:@@board.key.list:List, or beds in place`,
    action: 'list',
  },
  {
    key: 'n',
    shown: 'n',
    words: $localize`:@@board.key.seen:Everything new has been seen`,
    action: 'seen',
  },
  {
    key: 'q',
    shown: 'q',
    words: $localize`:@@board.key.quiet:Quiet: no sound for 2 minutes, or sound again`,
    action: 'quiet',
  },
  { key: 't', shown: 't', words: $localize`:@@board.key.theme:Light or dark`, action: 'theme' },
  {
    key: 'Escape',
    shown: 'Esc',
    words: $localize`:@@board.key.clear:Close, or clear the search`,
    action: 'clear',
  },
  { key: '?', shown: '?', words: $localize`:@@board.key.help:These keys`, action: 'help' },
];

export function boardActionOf(key: string): BoardAction | null {
  return BOARD_KEYS.find((one) => one.key === key)?.action ?? null;
}
