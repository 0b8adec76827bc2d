import { appendFileSync } from "node:fs";
import { join, relative } from "node:path";

import { TestEnvironment } from "jest-environment-node";

import { LEFT_BEHIND, testRun } from "../test-run";
import { keepScripts } from "./kept-scripts";
import { LeftBehind } from "./left-behind";
import { startsNow, watchStarts, watchTimers } from "./starters";
import { forgetStorages, watchStorages } from "./storages";

/** What jest-circus reports about a run, as far as it is read here. */
interface Block {
  readonly name: string;
  readonly parent?: Block;
}
interface CircusEvent {
  readonly name: string;
  readonly test?: Block;
  readonly hook?: { readonly type: string; readonly parent: Block };
}

type Parameters = ConstructorParameters<typeof TestEnvironment>;

let watching = false;

/**
 * Jest's environment, which records what each test of a file starts and does not end: processes,
 * servers, connections and timers. Such processes are ended together with the file; the teardown of
 * the run names them all, and fails it.
 */
export default class WatchedEnvironment extends TestEnvironment {
  private readonly root: string;
  private file = "";
  private leftBehind: LeftBehind | undefined;

  constructor(...[config, context]: Parameters) {
    super(config, context);
    this.root = config.globalConfig.rootDir;
    this.isFor(context);
  }

  /** Names the test file to which everything that starts from now on belongs. */
  isFor({ testPath }: Parameters[1]): void {
    this.file = relative(this.root, testPath);
  }

  override async setup(): Promise<void> {
    await super.setup();
    if (!watching) {
      watchStarts();
      watchStorages();
      keepScripts();
    }
    watching = true;
    watchTimers(this.global as unknown as typeof globalThis);
    this.beginFile();
  }

  protected beginFile(): void {
    startsNow(this.file);
    this.leftBehind = new LeftBehind(this.file);
  }

  handleTestEvent({ name, test, hook }: CircusEvent): void {
    if (name === "hook_start" && hook) startsNow(this.placeOf(hook.parent, ` (${hook.type})`));
    if (name === "test_fn_start" && test) startsNow(this.placeOf(test));
  }

  override async teardown(): Promise<void> {
    await this.endFile();
    await super.teardown();
  }

  protected async endFile(): Promise<void> {
    const left = (await this.leftBehind?.end()) ?? [];
    // Jest keeps environments of files that it has not reported yet.
    this.leftBehind = undefined;
    forgetStorages();
    if (left.length > 0) appendFileSync(join(testRun(), LEFT_BEHIND), `${left.join("\n")}\n`);
  }

  private placeOf(block: Block, suffix = ""): string {
    const titles: string[] = [];
    for (let at: Block | undefined = block; at?.parent; at = at.parent) titles.unshift(at.name);
    return [this.file, ...titles].join(" › ") + suffix;
  }
}
