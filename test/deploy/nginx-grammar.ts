import { type NginxParser, parse } from 'nginx-conf';

type Tree = NonNullable<Parameters<NonNullable<Parameters<NginxParser['parse']>[1]>>[1]>;

/** What is wrong with a configuration by the grammar alone: whether nginx knows the directives only nginx can say. */
export async function nginxProblems(source: string): Promise<readonly string[]> {
  const { error, tree } = await new Promise<{ error: Error | null; tree: Tree | undefined }>(
    (done) => {
      parse(source, (failure, found) => {
        done({ error: failure, tree: found });
      });
    },
  );
  if (error || !tree) return [error?.message ?? 'nothing in it'];
  // The parser forgives a brace too few or too many, and takes the next line for the rest of a directive without its semicolon.
  const bare = source.replaceAll(/#.*|"[^"]*"|'[^']*'/g, '');
  const braces = bare.split('{').length === bare.split('}').length ? [] : ['braces do not match'];
  return [...braces, ...unfinished(tree)];
}

function unfinished(node: Tree): string[] {
  const own = node.value.includes('\n') ? [`${node.name}: no semicolon`] : [];
  return [...own, ...(node.children ?? []).flatMap(unfinished)];
}
