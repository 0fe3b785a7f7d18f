import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Copy,
  DockerfileParser,
  type Env,
  type Instruction,
  type JSONInstruction,
} from 'dockerfile-ast';
import { ROOT } from '../harness/child.ts';

/** What the last stage of a Dockerfile says, as far as Endwatch's own uses it. */
export interface ImageRecipe {
  readonly workdir: string;
  readonly user: { readonly uid: number; readonly gid: number };
  readonly env: Readonly<Record<string, string>>;
  readonly copies: readonly CopyLine[];
  readonly command: readonly string[];
  readonly healthcheck: readonly string[];
  /** RUN lines of each earlier stage by its name. */
  readonly runs: Readonly<Record<string, readonly string[]>>;
}

export interface CopyLine {
  readonly stage: string;
  readonly sources: readonly string[];
  readonly target: string;
}

const UNDERSTOOD = ['FROM', 'ENV', 'WORKDIR', 'COPY', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'];

/** Throws for what it does not understand: a line that is passed over would make the test a lie. */
export function readRecipe(file: string): ImageRecipe {
  const stages = stagesOf(readFileSync(join(ROOT, file), 'utf8'));
  const last = stages.at(-1)?.instructions ?? [];
  const odd = last.find((instruction) => !UNDERSTOOD.includes(instruction.getKeyword()));
  if (odd) throw new Error(`not understood: ${odd.toString()}`);
  const all = (keyword: string): Instruction[] =>
    last.filter((instruction) => instruction.getKeyword() === keyword);
  const one = (keyword: string): Instruction => {
    const [found, ...more] = all(keyword);
    if (!found || more.length > 0) throw new Error(`${keyword}: not exactly one`);
    return found;
  };
  const [uid, gid] = argumentsOf(one('USER')).split(':').map(Number);
  if (!uid || !gid) throw new Error('USER is not two numbers above 0');
  return {
    workdir: argumentsOf(one('WORKDIR')),
    user: { uid, gid },
    env: Object.assign({}, ...all('ENV').map((env) => variables(env as Env))) as ImageRecipe['env'],
    copies: all('COPY').map((copy) => copyLine(copy as Copy)),
    command: strings(one('CMD') as JSONInstruction),
    healthcheck: healthCommand(argumentsOf(one('HEALTHCHECK'))),
    runs: Object.fromEntries(
      stages
        .map(({ name, instructions }): [string, string[]] => [
          name,
          instructions.filter((one) => one.getKeyword() === 'RUN').map(argumentsOf),
        ])
        .filter(([, runs]) => runs.length > 0),
    ),
  };
}

interface Stage {
  readonly name: string;
  readonly instructions: Instruction[];
}

function stagesOf(text: string): readonly Stage[] {
  const stages: Stage[] = [];
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const name = /\sAS\s+(\S+)$/i.exec(argumentsOf(instruction))?.[1] ?? '';
      stages.push({ name, instructions: [] });
    }
    stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

function argumentsOf(instruction: Instruction): string {
  return instruction.getArgumentsContent() ?? '';
}

function strings(instruction: JSONInstruction): string[] {
  return instruction.getJSONStrings().map((argument) => argument.getJSONValue());
}

function copyLine(copy: Copy): CopyLine {
  const stage = copy.getFromFlag()?.getValue();
  if (!stage) throw new Error(`the last stage copies from the build context: ${copy.toString()}`);
  const paths = copy.getArguments().map((argument) => argument.getValue());
  return { stage, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' };
}

function variables(env: Env): Record<string, string> {
  return Object.fromEntries(
    env.getProperties().map((property) => [property.getName(), property.getValue() ?? '']),
  );
}

function healthCommand(content: string): string[] {
  const json = /\bCMD\s+(\[.*\])\s*$/s.exec(content)?.[1];
  if (!json) throw new Error('HEALTHCHECK is not CMD with a list');
  return JSON.parse(json) as string[];
}
