import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTemplate } from '@angular/compiler';
import ts from 'typescript';

/** One text of the pages as it stands in the code, placeholders as `{$name}`. */
export interface Message {
  /** Undefined where the mark has none. */
  readonly id: string | undefined;
  readonly english: string;
  readonly file: string;
  /** Of an attribute with a value in it that is no property of the element: Angular loses such a text. */
  readonly lost?: true;
}

const SOURCE = join(__dirname, '../..');

/** Every text that is marked in templates (`i18n`, `i18n-title` …) and in TypeScript (`$localize`). */
export function readMessages(): readonly Message[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(html|ts)$/.test(name) && !/\.(spec|d)\.ts$/.test(name))
    .flatMap((name) => {
      const text = readFileSync(join(SOURCE, name), 'utf8');
      return name.endsWith('.html') ? inTemplate(text, name) : inCode(text, name);
    });
}

function inCode(text: string, file: string): Message[] {
  if (!text.includes('$localize`') && !text.includes('template:')) return [];
  const found: Message[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === '$localize') {
      found.push(inTag(node.template, file));
    } else if (ts.isPropertyAssignment(node) && node.name.getText() === 'template') {
      const { initializer } = node;
      if (ts.isStringLiteralLike(initializer)) found.push(...inTemplate(initializer.text, file));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

function inTag(template: ts.TemplateLiteral, file: string): Message {
  const parts = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
  const [head = '', ...rest] = parts;
  const [, id, first = head] = /^:@@([^:]+):(.*)$/s.exec(head) ?? [];
  const named = rest.map((part) => {
    const [, name = '', after = part] = /^:(\w+):(.*)$/s.exec(part) ?? [];
    return `{$${name}}${after}`;
  });
  return { id, english: [first, ...named].join(''), file };
}

function inTemplate(text: string, file: string): Message[] {
  const { nodes, errors } = parseTemplate(text, file, { preserveWhitespaces: false });
  if (errors !== null && errors.length > 0) throw new Error(`${file}: ${String(errors[0])}`);
  const found = new Map<object, Message>();
  collect(nodes, found, file);
  return [...found.values()];
}

/** The compiler hangs what it made of a mark on the node that carries it. */
function collect(value: unknown, found: Map<object, Message>, file: string): void {
  if (Array.isArray(value)) {
    for (const one of value) collect(one, found, file);
  } else if (typeof value === 'object' && value !== null) {
    const { i18n, name } = value as { i18n?: unknown; name?: unknown };
    if (isMark(i18n)) found.set(i18n, inMark(i18n, { file, attribute: String(name) }));
    for (const [key, one] of Object.entries(value)) {
      if (!/span$|^i18n$|^handler$|^value$/i.test(key)) collect(one, found, file);
    }
  }
}

function inMark(
  { customId, messageString }: Mark,
  { file, attribute }: { readonly file: string; readonly attribute: string },
): Message {
  const isLost = /^aria-|\./.test(attribute) && messageString.includes('{$');
  const message = { id: customId || undefined, english: messageString, file };
  return isLost ? { ...message, lost: true } : message;
}

interface Mark {
  readonly customId: string;
  readonly messageString: string;
}

function isMark(i18n: unknown): i18n is Mark {
  return typeof i18n === 'object' && i18n !== null && 'messageString' in i18n;
}

/** Names of the values in a text, each as often as it stands there. */
export function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\$([^}]*)\}/g)].map(([, name = '']) => name).toSorted();
}
