import { roleWord } from './account-words.ts';
import { type SentenceRule, serverWords } from './server-words.ts';

/** What is wrong with a field, as the checks of `libs/contracts` word it. */
const CHECKS: readonly SentenceRule[] = [
  [
    /^Too small: expected number to be >=(-?[\d.]+)$/,
    (limit) => $localize`:@@server.at-least-number:at least ${limit}:limit:`,
  ],
  [
    /^Too big: expected number to be <=(-?[\d.]+)$/,
    (limit) => $localize`:@@server.at-most-number:at most ${limit}:limit:`,
  ],
  [
    /^Too small: expected string to have >=(\d+) characters$/,
    (limit) => $localize`:@@server.too-short:at least ${limit}:limit: characters`,
  ],
  [
    /^Too big: expected string to have <=(\d+) characters$/,
    (limit) => $localize`:@@server.too-long:at most ${limit}:limit: characters`,
  ],
  [
    /^Too small: expected array to have >=(\d+) items$/,
    (limit) => $localize`:@@server.too-few-entries:at least ${limit}:limit: entries`,
  ],
  [
    /^Too big: expected array to have <=(\d+) items$/,
    (limit) => $localize`:@@server.too-many-entries:at most ${limit}:limit: entries`,
  ],
  [
    /^Invalid number: must be a multiple of (.+)$/,
    (step) => $localize`:@@server.multiple-of:a multiple of ${step}:step:`,
  ],
  [
    /^Invalid option: expected one of .+$/,
    () => $localize`:@@server.none-of:none of the possible values`,
  ],
  [/^Invalid input: expected .+$/, () => $localize`:@@server.missing:missing, or of another kind`],
  [
    /^Invalid string: must match pattern .+$/,
    () => $localize`:@@server.wrong-form:not of the form that is expected`,
  ],
  [
    /^"(.+)" is nobody's name$/,
    (name) => $localize`:@@server.nobodys-name:nobody may be called “${name}:name:”`,
  ],
];

/** Why something is not done. The field is named as the server names it. */
export function refusalRules(): readonly SentenceRule[] {
  return [
    ...CHECKS,
    [
      /^A (\w+) account may not do this\.$/,
      (role) =>
        $localize`:@@server.not-for-role:A ${roleWord(role)}:role: account may not do this.`,
    ],
    [
      /^(.+) is nobody who can be put on the rota\.$/,
      (name) =>
        $localize`:@@server.not-on-rota:${name}:name: is nobody who can be put on the rota.`,
    ],
    [
      /^More than (\d+) (?:events|shifts): import them in parts\.$/,
      (count) =>
        $localize`:@@server.too-many-events:More than ${count}:count: events: import them in parts.`,
    ],
    [/^([A-Za-z]\w*(?:\.[\w-]+)*): (.+)$/, (field, problem) => fieldWords(field, problem)],
  ];
}

/** A sentence of somebody's own is not taken for one of a field. */
function fieldWords(field = '', problem = ''): string {
  const words = serverWords(problem);
  return words === problem
    ? `${field}: ${problem}`
    : $localize`:@@server.refused-field:${field}:field:: ${words}:problem:`;
}
