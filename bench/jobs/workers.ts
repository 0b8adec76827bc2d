import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

import { type Started } from "./perform";

/** Worker processes of one job system, with the jobs that they have started and when. */
export class Workers {
  readonly started = new Map<string, number[]>();
  private readonly children: ChildProcess[] = [];

  constructor(
    private readonly file: string,
    private readonly databaseUrl: string,
  ) {}

  async add(): Promise<void> {
    const child = fork(join(__dirname, "..", this.file), []);
    child.send({ databaseUrl: this.databaseUrl });
    await once(child, "message");
    child.on("message", ({ id, at }: Started) =>
      this.started.set(id, [...(this.started.get(id) ?? []), at]),
    );
    this.children.push(child);
  }

  /** Kills the oldest worker in the middle of whatever it is doing. */
  async killOne(): Promise<void> {
    const child = this.children.shift();
    if (!child) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  /**
   * When the job was started for the `count`-th time; undefined when that does not happen in time.
   */
  async start(id: string, count = 1, withinMs = 60_000): Promise<number | undefined> {
    const deadline = performance.now() + withinMs;
    while (performance.now() < deadline) {
      const at = this.started.get(id)?.[count - 1];
      if (at !== undefined) return at;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return undefined;
  }

  async stop(): Promise<void> {
    while (this.children.length > 0) await this.killOne();
  }
}
