import { type ChildProcess } from "node:child_process";
import { Server, Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

import { children, forgetEndedTimers, openerOf, pauses, threads, timers } from "./starters";

/** Something that would keep the process from ending. */
interface Left {
  readonly what: string;
  readonly startedBy: string;
}

/** Closed resources take a moment to go; if nothing is left, there is no wait. */
const PATIENCE_MS = 10_000;

interface Handle {
  readonly _handle?: { readonly hasRef?: () => boolean } | null;
}

/**
 * Servers and connections, including those that do not keep the process alive. Pipes are reported
 * with their process.
 */
function networkHandles(): (Server | Socket)[] {
  const all = (process as unknown as { _getActiveHandles(): object[] })._getActiveHandles();
  return all.filter((handle): handle is Server | Socket => {
    return (
      handle instanceof Server || (handle instanceof Socket && handle.remotePort !== undefined)
    );
  });
}

/** What one test file opens, compared with what was open before it. */
export class LeftBehind {
  private readonly before = new WeakSet<object>(networkHandles());

  constructor(private readonly file: string) {}

  /**
   * Ends the processes and threads that are left. @returns a line for each thing that is left, with
   * the test that started it
   */
  async end(): Promise<string[]> {
    const deadline = performance.now() + PATIENCE_MS;
    while (this.all().length > 0 && performance.now() < deadline)
      await pause(20, undefined, { ref: false });
    const left = this.all();
    for (const child of children.keys()) child.kill("SIGKILL");
    for (const thread of threads.keys()) void thread.terminate();
    for (const timer of timers.keys()) clearTimeout(timer);
    for (const all of [children, threads, timers, pauses]) all.clear();
    return left.map(({ what, startedBy }) => `${startedBy}: ${what}`);
  }

  private all(): Left[] {
    forgetEndedTimers();
    const open = networkHandles().filter(
      (handle) => !this.before.has(handle) && keepsAlive(handle),
    );
    return [
      // A process that could not be started has no pid and never ends.
      ...[...children].flatMap(([child, startedBy]) =>
        child.pid === undefined ? [] : [{ what: describeProcess(child), startedBy }],
      ),
      ...open.map((handle) => ({
        what: describeHandle(handle),
        startedBy: openerOf(handle) ?? this.file,
      })),
      ...[...threads.values()].map((startedBy) => ({ what: "a thread", startedBy })),
      ...[...timers].flatMap(([timer, startedBy]) =>
        timer.hasRef() ? [{ what: `a timer of ${delayOf(timer)} ms`, startedBy }] : [],
      ),
      ...[...pauses.values()].map((startedBy) => ({ what: "a pause", startedBy })),
    ];
  }
}

function keepsAlive(handle: object): boolean {
  return (handle as Handle)._handle?.hasRef?.() !== false;
}

function describeProcess({ pid, spawnargs }: ChildProcess): string {
  return `process ${String(pid)}, ${spawnargs.join(" ").slice(0, 200)}`;
}

function describeHandle(handle: Server | Socket): string {
  if (handle instanceof Server) return `a server at ${JSON.stringify(handle.address())}`;
  const { localPort, remotePort } = handle;
  return `a connection from port ${String(localPort)} to port ${String(remotePort)}`;
}

function delayOf(timer: NodeJS.Timeout): number {
  return (timer as unknown as { _idleTimeout: number })._idleTimeout;
}
