/** Lines that hold any of `secrets`, in any case, as written or JSON-escaped; shortened around what was found. */
export function leaksIn(lines: readonly string[], secrets: readonly string[]): string[] {
  return lines.flatMap((line) => {
    const seen = [line, unescaped(line)].map((text) => text.toLowerCase());
    const found = secrets.find((secret) =>
      seen.some((text) => text.includes(secret.toLowerCase())),
    );
    return found === undefined ? [] : [`${found}: ${line.slice(0, 300)}`];
  });
}

/** Twice: a text within a text is escaped twice. */
function unescaped(line: string): string {
  const once = (text: string): string =>
    text.replaceAll(/\\+u([0-9a-f]{4})/gi, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return once(once(line));
}
