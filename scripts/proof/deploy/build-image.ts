import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { type FreshDebian } from "./fresh-debian";
import { notIgnored, type Stage, stagesOf } from "./image-steps";
import { tell } from "./progress";

const DOCKERFILE = "deploy/Dockerfile";
/** Replaces the base image, which is also a Debian with Node.js. */
const BASE = `apt-get update -qq
apt-get install --yes -qq --no-install-recommends nodejs npm > /dev/null`;

export interface BuiltImage {
  readonly root: FreshDebian;
  /** The Dockerfile's last stage. */
  readonly stage: Stage;
}

/**
 * Carries out the Dockerfile step by step, in a separate Debian for each of its stages.
 *
 * @param files of the checkout
 * @param put copies files of the checkout into a folder
 */
export async function buildImage(
  fresh: FreshDebian,
  folder: string,
  files: readonly string[],
  put: (files: readonly string[], folder: string) => Promise<void>,
): Promise<BuiltImage> {
  const base = await fresh.copy(join(folder, "base"));
  tell("The base of the image");
  await base.run(BASE);
  const context = join(folder, "context");
  await put(notIgnored(files, `${DOCKERFILE}.dockerignore`), context);
  const stages = stagesOf(DOCKERFILE);
  let before: FreshDebian | undefined;
  for (const [index, stage] of stages.entries()) {
    const root = await base.copy(join(folder, `stage-${index}`));
    await doSteps(root, stage, before?.folder ?? context, context);
    before = root;
  }
  const [root, stage] = [before, stages.at(-1)];
  if (!root || !stage) throw new Error(`${DOCKERFILE} has no stages`);
  return { root, stage };
}

/** @param from the stages that `COPY --from` copies from */
async function doSteps(
  root: FreshDebian,
  { instructions, folder }: Stage,
  from: string,
  context: string,
): Promise<void> {
  await mkdir(root.path(folder), { recursive: true });
  for (const { keyword, text } of instructions) {
    if (keyword === "RUN") {
      tell(`RUN ${text}`);
      await root.run(text, folder);
    } else if (keyword === "COPY") {
      tell(`COPY ${text}`);
      const words = text.split(/\s+/);
      const isOfStage = words[0]?.startsWith("--from=") ?? false;
      const paths = isOfStage ? words.slice(1) : words;
      await copy(paths, isOfStage ? from : context, root, folder);
    }
  }
}

/**
 * The last path is the destination; a folder's content is copied there, a file is copied into it.
 */
async function copy(
  paths: readonly string[],
  from: string,
  root: FreshDebian,
  folder: string,
): Promise<void> {
  const target = paths.at(-1) ?? "";
  const to = target.startsWith("/") ? root.path(target) : root.path(folder, target);
  await mkdir(to, { recursive: true });
  for (const path of paths.slice(0, -1)) await root.bring(join(from, path), to);
}
