import { readFileSync } from "node:fs";

import { DockerfileParser, type Instruction, ModifiableInstruction } from "dockerfile-ast";

/** What a stage of a Dockerfile does, and what its result declares about itself. */
export interface Stage {
  readonly instructions: readonly { readonly keyword: string; readonly text: string }[];
  /** The user who runs it: the last USER. */
  readonly user: string | undefined;
  readonly folder: string;
  readonly environment: readonly string[];
  /** The words of CMD. */
  readonly command: readonly string[];
  /** The words of the health check. */
  readonly health: readonly string[];
}

/** The stages of a Dockerfile, in order. */
export function stagesOf(dockerfile: string): Stage[] {
  const all = DockerfileParser.parse(readFileSync(dockerfile, "utf8")).getInstructions();
  const stages: Instruction[][] = [];
  for (const each of all) {
    if (each.getKeyword() === "FROM") stages.push([]);
    else stages.at(-1)?.push(each);
  }
  return stages.map(stageOf);
}

function stageOf(own: readonly Instruction[]): Stage {
  const textOf = (each: Instruction) =>
    (each.getRawArgumentsContent() ?? "").replace(/\\\n\s*/g, " ");
  const of = (keyword: string) =>
    own.filter((each) => each.getKeyword() === keyword).map((each) => textOf(each));
  return {
    instructions: own.map((each) => ({
      keyword: each.getKeyword(),
      text: [...flagsOf(each), textOf(each)].join(" "),
    })),
    user: of("USER").at(-1),
    folder: of("WORKDIR").at(-1) ?? "/",
    environment: of("ENV"),
    command: wordsOf(of("CMD").at(-1)),
    health: wordsOf(of("HEALTHCHECK").at(-1)),
  };
}

function flagsOf(instruction: Instruction): string[] {
  if (!(instruction instanceof ModifiableInstruction)) return [];
  return instruction.getFlags().map((flag) => flag.toString());
}

/** In list form, which no shell interprets. */
function wordsOf(text = "[]"): string[] {
  return JSON.parse(text.slice(text.indexOf("["))) as string[];
}

/** Those of the given paths that are sent to the builder. */
export function notIgnored(paths: readonly string[], dockerignore: string): string[] {
  const rules = readFileSync(dockerignore, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ keeps: line.startsWith("!"), pattern: patternOf(line.replace(/^!/, "")) }));
  return paths.filter((path) => rules.findLast(({ pattern }) => pattern.test(path))?.keeps ?? true);
}

function patternOf(line: string): RegExp {
  const escaped = line.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  const body = escaped.replaceAll("**/", "(.*/)?").replace(/(?<!\.)\*/g, "[^/]*");
  return new RegExp(`^${body}(/|$)`);
}
