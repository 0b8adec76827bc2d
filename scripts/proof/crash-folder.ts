import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { eventually } from "../../tests/support/eventually";
import { type CrashStep, STAND_STILL, STANDING } from "./crash-points";

/** The folder by which gateways are told where to end, or to stand still. */
export class CrashFolder {
  constructor(readonly path: string) {}

  async open(): Promise<void> {
    await mkdir(this.path);
  }

  /** The process that comes to this step first is killed there. */
  arm(step: CrashStep): Promise<void> {
    return writeFile(join(this.path, step), "");
  }

  /** False once a process was killed there. */
  isArmed(step: CrashStep): boolean {
    return existsSync(join(this.path, step));
  }

  disarm(step: CrashStep): Promise<void> {
    return rm(join(this.path, step), { force: true });
  }

  /** The process that comes to this step first stands still there, as a frozen machine does. */
  standStill(step: CrashStep): Promise<void> {
    return writeFile(join(this.path, step), STAND_STILL);
  }

  /** Waits until a process stands still; its id. */
  async standing(timeoutMs: number): Promise<number> {
    const file = join(this.path, STANDING);
    const pid = await eventually(async () => {
      const written = existsSync(file) ? Number(await readFile(file, "utf8")) : 0;
      return written > 0 ? written : undefined;
    }, timeoutMs);
    await rm(file, { force: true });
    return pid;
  }

  /** Nobody is to end any more. */
  async clear(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    await this.open();
  }
}
