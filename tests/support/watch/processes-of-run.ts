import { readdirSync, readFileSync } from "node:fs";

/**
 * The environment variable by which a process, and everything that it starts, is recognised: the
 * run and the test.
 */
export const STARTED_BY = "RESULT_REST_STARTED_BY";

export interface MarkedProcess {
  readonly pid: number;
  /** The folder of the run, and the test. */
  readonly run: string;
  readonly test: string;
  readonly command: string;
}

/**
 * All processes of this machine that tests have started, directly or indirectly; none where there
 * is no /proc.
 */
export function markedProcesses(): MarkedProcess[] {
  return pids().flatMap((pid) => {
    const mark = textOf(`/proc/${pid}/environ`)
      .split("\0")
      .find((pair) => pair.startsWith(`${STARTED_BY}=`));
    const [, run, test] = /^\w+=(\S*) (.*)$/.exec(mark ?? "") ?? [];
    if (run === undefined || test === undefined) return [];
    const command = textOf(`/proc/${pid}/cmdline`).replaceAll("\0", " ").trim().slice(0, 200);
    // A process that has ended but has not been collected has no command.
    return command === "" ? [] : [{ pid, run, test, command }];
  });
}

/** Some may have ended since the list was made. */
export function killMarked(processes: readonly MarkedProcess[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
  }
}

function pids(): number[] {
  try {
    return readdirSync("/proc")
      .map(Number)
      .filter((pid) => pid > 0 && pid !== process.pid);
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // It has ended in the meantime, or belongs to another account.
    return "";
  }
}
