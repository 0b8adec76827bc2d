import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { eventually } from "../../tests/support/eventually";
import { type CrashStep, STAND_STILL, STANDING } from "./crash-points";

/** The folder through which gateways are told where to end, or to freeze. */
export class CrashFolder {
  constructor(readonly path: string) {}

  async open(): Promise<void> {
    await mkdir(this.path);
  }

  /** The first process to reach this step is killed there. */
  arm(step: CrashStep): Promise<void> {
    return writeFile(join(this.path, step), "");
  }

  /** False once a process has been killed there. */
  isArmed(step: CrashStep): boolean {
    return existsSync(join(this.path, step));
  }

  disarm(step: CrashStep): Promise<void> {
    return rm(join(this.path, step), { force: true });
  }

  /** The first process to reach this step stops there, as a frozen machine does. */
  standStill(step: CrashStep): Promise<void> {
    return writeFile(join(this.path, step), STAND_STILL);
  }

  /** Waits until a process stands still, and returns its id. */
  async standing(timeoutMs: number): Promise<number> {
    const file = join(this.path, STANDING);
    const pid = await eventually(async () => {
      const written = existsSync(file) ? Number(await readFile(file, "utf8")) : 0;
      return written > 0 ? written : undefined;
    }, timeoutMs);
    await rm(file, { force: true });
    return pid;
  }

  /** Disarms all steps, so that no process ends any more. */
  async clear(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
    await this.open();
  }
}
