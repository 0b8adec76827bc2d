import { ChildProcess } from "node:child_process";
import { Server, Socket } from "node:net";
import timersPromises from "node:timers/promises";
import workerThreads, { type Worker, type WorkerOptions } from "node:worker_threads";

import { TEST_RUN } from "../test-run";
import { STARTED_BY } from "./processes-of-run";

/** Processes that have not ended; those that outlive this one on purpose are not tracked here. */
export const children = new Map<ChildProcess, string>();
export const threads = new Map<Worker, string>();
/** Timers that were set, including expired ones until the next check. */
export const timers = new Map<NodeJS.Timeout, string>();
/** Pauses of `node:timers/promises` that have not ended. */
export const pauses = new Map<object, string>();

const sockets = new WeakMap<object, string>();
let starter = "nobody";

/** Everything that starts from now on counts as started by this test. */
export function startsNow(test: string): void {
  starter = test;
}

/** The test that opened a socket or a server; undefined for what others opened to us. */
export function openerOf(handle: object): string | undefined {
  return sockets.get(handle);
}

type Method = (this: object, ...args: unknown[]) => unknown;

/** Calls `before` first on each call of a method. */
function precede(
  prototype: object,
  name: string,
  before: (self: object, args: unknown[]) => void,
): void {
  const methods = prototype as Record<string, Method>;
  const method = methods[name];
  if (!method) throw new Error(`There is no ${name} to watch`);
  methods[name] = function (...args) {
    before(this, args);
    return method.apply(this, args);
  };
}

/** Called once per process: Node's own modules are the same for all test files that it runs. */
export function watchStarts(): void {
  precede(ChildProcess.prototype, "spawn", (child, [options]) => {
    const spawned = options as { envPairs: string[] };
    const mark = `${STARTED_BY}=${process.env[TEST_RUN] ?? ""} ${starter}`;
    spawned.envPairs = [
      mark,
      ...spawned.envPairs.filter((pair) => !pair.startsWith(`${STARTED_BY}=`)),
    ];
    children.set(child as ChildProcess, starter);
    (child as ChildProcess).once("exit", () => children.delete(child as ChildProcess));
  });
  precede(ChildProcess.prototype, "unref", (child) => children.delete(child as ChildProcess));
  precede(Socket.prototype, "connect", (socket) => sockets.set(socket, starter));
  precede(Server.prototype, "listen", (server) => sockets.set(server, starter));
  watchThreads();
  watchPauses();
}

function watchThreads(): void {
  class WatchedWorker extends workerThreads.Worker {
    constructor(file: string | URL, options?: WorkerOptions) {
      super(file, options);
      threads.set(this, starter);
      this.once("exit", () => threads.delete(this));
    }

    override unref(): void {
      threads.delete(this);
      super.unref();
    }
  }
  Object.assign(workerThreads, { Worker: WatchedWorker });
}

function watchPauses(): void {
  const pause = timersPromises.setTimeout;
  const watched = <T>(ms?: number, value?: T, options?: Parameters<typeof pause>[2]) => {
    const pausing = pause(ms, value, options);
    const mark = {};
    if (options?.ref !== false) pauses.set(mark, starter);
    const over = () => pauses.delete(mark);
    pausing.then(over, over);
    return pausing;
  };
  Object.assign(timersPromises, { setTimeout: watched });
}

/** The code under test sets timers through the globals that its environment provides. */
export function watchTimers(global: typeof globalThis): void {
  for (const name of ["setTimeout", "setInterval"] as const) {
    const set = global[name] as (...args: unknown[]) => NodeJS.Timeout;
    const watched = (...args: unknown[]) => {
      const timer = set(...args);
      timers.set(timer, starter);
      if (timers.size % 10_000 === 0) forgetEndedTimers();
      return timer;
    };
    // util.promisify looks for its own version of setTimeout among these properties.
    Object.defineProperties(watched, Object.getOwnPropertyDescriptors(set));
    Object.assign(global, { [name]: watched });
  }
}

export function forgetEndedTimers(): void {
  for (const timer of timers.keys()) {
    if ((timer as unknown as { _destroyed: boolean })._destroyed) timers.delete(timer);
  }
}
