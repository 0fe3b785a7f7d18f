import type { SentenceRule } from './server-words.ts';

/** Why an entry of a calendar becomes no shift. Names of fields are those of the file; what it says always alike has a phrase of its own. */
export function calendarRules(): readonly SentenceRule[] {
  return [
    [
      /^it has no ([A-Z-]+)$/,
      (field) => $localize`:@@server.entry-lacks:it has no ${field}:field:`,
    ],
    [
      /^it has more than one ([A-Z-]+)$/,
      (field) => $localize`:@@server.entry-twice:it has more than one ${field}:field:`,
    ],
    [
      /^its ([A-Z-]+) is too long$/,
      (field) => $localize`:@@server.entry-long:its ${field}:field: is too long`,
    ],
    [
      /^its ([A-Z-]+) is not understood$/,
      (field) => $localize`:@@server.entry-not-understood:its ${field}:field: is not understood`,
    ],
    [
      /^its ([A-Z-]+) (.+) is none$/,
      (field, value) => $localize`:@@server.entry-none:its ${field}:field: ${value}:value: is none`,
    ],
    [
      /^its ([A-Z-]+) (.+) is no time$/,
      (field, value) =>
        $localize`:@@server.entry-no-time:its ${field}:field: ${value}:value: is no time`,
    ],
    [
      /^its time zone (.+) is not known$/,
      (zone) => $localize`:@@server.entry-zone:its time zone ${zone}:zone: is not known`,
    ],
    [
      /^it is (.+)'s by its attendee and (.+)'s by its summary$/,
      (invited, named) =>
        $localize`:@@server.entry-whose:it is ${invited}:invited:'s by its attendee and ${named}:named:'s by its summary`,
    ],
    [
      /^it names more than one: (.+)$/,
      (names) => $localize`:@@server.entry-several:it names more than one: ${names}:names:`,
    ],
    [
      /^(.+) has that duty then already$/,
      (who) => $localize`:@@server.entry-taken:${who}:who: has that duty then already`,
    ],
    [
      /^(.+) is on duty then already\.$/,
      (who) => $localize`:@@server.on-duty-already:${who}:who: is on duty then already.`,
    ],
  ];
}
