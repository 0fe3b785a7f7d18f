/** Gives equal words as one string. */
export type Sharing = <Text extends string | null>(text: Text | undefined) => Text;

/** Words read from the database stay in memory as long as their patient does; most of them are the same few. */
export function sharing(): Sharing {
  const words = new Map<string, string>();
  return <Text extends string | null>(text: Text | undefined): Text => {
    if (text === null || text === undefined) return null as Text;
    const known = words.get(text);
    if (known !== undefined) return known as Text;
    words.set(text, text);
    return text;
  };
}
