import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { monitorEventLoopDelay } from "node:perf_hooks";

/** A compiled program in a separate process, which answers one message with one message. */
export class Child {
  private constructor(private readonly child: ChildProcess) {}

  /** Resolves with the child's first message. @param file below dist/bench */
  static async start<Ready>(
    file: string,
    settings: object,
    execArgv: string[] = [],
  ): Promise<[Child, Ready]> {
    const child = fork(require.resolve(`./${file}`), { execArgv });
    child.send(settings);
    return [new Child(child), await answerOf<Ready>(child, file)];
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  async ask<Answer>(question: object): Promise<Answer> {
    const answer = answerOf<Answer>(this.child, "The child");
    this.child.send(question);
    return answer;
  }

  /** Resolves with the next message that it sends without being asked. */
  next<Message>(): Promise<Message> {
    return answerOf<Message>(this.child, "The child");
  }

  /** Lets it end on its own, so that a profile can be written. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, "exit");
    this.child.disconnect();
    await ended;
  }
}

async function answerOf<Answer>(child: ChildProcess, name: string): Promise<Answer> {
  const aborted = new AbortController();
  try {
    const ended = once(child, "exit", { signal: aborted.signal }).then(() => {
      throw new Error(`${name} ended before it answered`);
    });
    ended.catch(() => undefined);
    const [answer] = (await Promise.race([
      once(child, "message", { signal: aborted.signal }),
      ended,
    ])) as [Answer];
    return answer;
  } finally {
    aborted.abort();
  }
}

/** Returns the settings that `Child.start` was given. */
export async function settingsOfChild<Settings>(): Promise<Settings> {
  const [settings] = (await once(process, "message")) as [Settings];
  return settings;
}

export function tellParent(message: object): void {
  process.send?.(message);
}

/** What a serving child reports about itself on request. */
export interface Usage {
  /** Processor time used so far. */
  readonly cpuMs: number;
  /** Its current memory, after a garbage collection with --expose-gc, and its peak. */
  readonly rssBytes: number;
  readonly peakBytes: number;
  /** What its objects take, and what they hold outside the heap. */
  readonly heldBytes: number;
  /** The longest time since the last request during which nothing else had its turn. */
  readonly longestPauseMs: number;
}

/**
 * Serves until the parent lets go; does what each message asks for, and answers it with its
 * `Usage`.
 */
export function serveUntilReleased<Question>(
  url: string,
  close: () => Promise<unknown> = () => Promise.resolve(),
  perform: (question: Question) => void = () => undefined,
): void {
  process.once("disconnect", () => {
    void close().finally(() => process.exit(0));
  });
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  pauses.enable();
  process.on("message", (question: Question) => {
    perform(question);
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    const { heapUsed, external } = process.memoryUsage();
    const usage: Usage = {
      cpuMs: (user + system) / 1_000,
      rssBytes: process.memoryUsage.rss(),
      peakBytes: process.resourceUsage().maxRSS * 1_024,
      heldBytes: heapUsed + external,
      longestPauseMs: pauses.max / 1e6,
    };
    tellParent(usage);
    pauses.reset();
  });
  tellParent({ url });
}
