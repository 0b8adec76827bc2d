import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { DockerfileParser, type Instruction, ModifiableInstruction } from "dockerfile-ast";
import { validate } from "dockerfile-utils";

import { broken, type Finding } from "./finding";

const DOCKERFILE = "deploy/Dockerfile";
/** What must not be sent to the builder: secrets, and files that are generated again. */
const KEPT_BACK = [".git", ".data", "**/node_modules", "**/dist", "deploy/.env"];

/** Lints the Dockerfile and checks it against our requirements for an image. */
export function checkImage(root: string): Finding {
  const text = readFileSync(join(root, DOCKERFILE), "utf8");
  const linted = validate(text).map(({ message, range }) => {
    const words = typeof message === "string" ? message : message.value;
    return `${range.start.line + 1}: ${words}`;
  });
  const stages = stagesOf(DockerfileParser.parse(text).getInstructions());
  const ignored = readFileSync(join(root, `${DOCKERFILE}.dockerignore`), "utf8").split("\n");
  const faults = [
    ...linted,
    ...broken(rulesOf(stages)),
    ...missingSources(root, stages.flat()),
    ...KEPT_BACK.filter((path) => !ignored.includes(path)).map(
      (path) => `${path} is sent to whoever builds: add it to Dockerfile.dockerignore`,
    ),
  ];
  return { name: DOCKERFILE, faults, told: `${stages.length} stages` };
}

function rulesOf(stages: readonly (readonly Instruction[])[]) {
  const all = stages.flat();
  const last = stages.at(-1) ?? [];
  const of = (keyword: string, instructions = last) =>
    instructions.filter((each) => each.getKeyword() === keyword).map(argumentsOf);
  return [
    ["it builds in a stage of its own", stages.length > 1],
    ["the last stage runs nothing", of("RUN").length === 0],
    ["the last stage copies from the build alone", last.filter(isCopy).every(isFromBuild)],
    ["it is not root, and says so by number", /^[1-9]\d*:[1-9]\d*$/.test(of("USER").at(-1) ?? "")],
    ["it tells its health", of("HEALTHCHECK").length === 1],
    ["its program is started without a shell", (of("CMD").at(-1) ?? "").startsWith("[")],
    ["it runs in production", of("ENV").some((text) => /\bNODE_ENV=production\b/.test(text))],
    ["no address is fetched", of("ADD", all).length === 0],
    ["images have a version", of("FROM", all).every((text) => /^\S+:(?!latest)\S+/.test(text))],
  ] as const;
}

/** Instructions by stage; each begins with its FROM. */
function stagesOf(instructions: readonly Instruction[]): Instruction[][] {
  const stages: Instruction[][] = [];
  for (const each of instructions) {
    if (each.getKeyword() === "FROM") stages.push([]);
    stages.at(-1)?.push(each);
  }
  return stages;
}

function missingSources(root: string, instructions: readonly Instruction[]): string[] {
  return instructions
    .filter((each) => isCopy(each) && !isFromBuild(each))
    .flatMap((each) => argumentsOf(each).split(/\s+/).slice(0, -1))
    .filter((source) => !existsSync(join(root, source)))
    .map((source) => `COPY ${source}: there is no such file`);
}

function isCopy(instruction: Instruction): boolean {
  return instruction.getKeyword() === "COPY";
}

function isFromBuild(instruction: Instruction): boolean {
  const flags = instruction instanceof ModifiableInstruction ? instruction.getFlags() : [];
  return flags.some((flag) => flag.toString() === "--from=build");
}

function argumentsOf(instruction: Instruction): string {
  return instruction.getRawArgumentsContent() ?? "";
}
