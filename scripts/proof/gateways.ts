import { eventually } from "../../tests/support/eventually";
import { isReady, type Program, Programs } from "../../tests/support/program";

/** Longer than anything that keeps a gateway from starting. */
const SUPERVISED_MS = 600_000;
/** In characters. */
const LAST_WORDS = 2_000;

interface Launched {
  readonly env: NodeJS.ProcessEnv;
  /** The checkout of another version. */
  root: string | undefined;
}

interface Gateway extends Launched {
  program: Program;
  /** While it is being started again: resolves once it is ready. */
  reviving?: Promise<void>;
}

/** Real gateway processes that are killed and started again. */
export class Gateways {
  private readonly programs = new Programs();
  private readonly all: Gateway[] = [];

  get count(): number {
    return this.all.length;
  }

  /** URLs of all gateways, whether they are running or not. */
  get urls(): string[] {
    return this.all.map(({ env }) => urlOf(env));
  }

  /** URL of a random gateway that is running. */
  get oneAlive(): string | undefined {
    const alive = this.all.filter(({ program }) => !program.hasEnded);
    const env = alive[Math.floor(Math.random() * alive.length)]?.env;
    return env && urlOf(env);
  }

  /** @param root the checkout of the version to run; this one when omitted */
  async start(env: NodeJS.ProcessEnv, root?: string): Promise<void> {
    const gateway: Gateway = { program: this.launch({ env, root }), env, root };
    this.all.push(gateway);
    await untilReady(gateway);
  }

  /** Ends a gateway of another version and starts this version in its place. */
  async restartAsThisVersion(index: number, ending: "stopped" | "killed"): Promise<void> {
    const gateway = this.all[index];
    if (!gateway) throw new Error(`There is no gateway ${index}`);
    await (ending === "stopped" ? gateway.program.terminate() : gateway.program.kill());
    gateway.root = undefined;
    await this.revive();
  }

  /** Resolves once any of them is ready to serve. */
  someoneReady(): Promise<unknown> {
    const ready = async () => (await Promise.all(this.urls.map(isReady))).includes(true);
    return eventually(ready, SUPERVISED_MS);
  }

  /** Restarts those that were killed and waits until all are ready; returns how many it started. */
  async revive(): Promise<number> {
    const ended = this.all.filter((each) => each.program.hasEnded && each.reviving === undefined);
    for (const gateway of ended)
      gateway.reviving = this.startAgainAndAgain(gateway).finally(() => delete gateway.reviving);
    await Promise.all(this.all.map(async ({ reviving }) => reviving));
    return ended.length;
  }

  /** What each of them is doing now, one line each, with its latest output. */
  async states(): Promise<string> {
    const states = this.all.map(async ({ program, env }) => {
      const runs = (await isReady(urlOf(env))) ? "is ready" : "runs, and is not ready";
      const state = program.hasEnded ? "has ended" : runs;
      const said = program.printed.trim().slice(-LAST_WORDS);
      return `process ${program.pid} ${state}; it said: ${said || "nothing"}`;
    });
    return (await Promise.all(states)).join("\n");
  }

  /**
   * Restarts it as a supervisor does: it may be killed again at a step that it reaches first, or
   * find its database unreachable.
   */
  private async startAgainAndAgain(gateway: Gateway): Promise<void> {
    const until = performance.now() + SUPERVISED_MS;
    for (;;) {
      // Recorded from its first moment, because it may freeze or be killed before it is ready.
      gateway.program = this.launch(gateway);
      try {
        await untilReady(gateway);
        return;
      } catch (error) {
        if (performance.now() > until) throw error;
      }
    }
  }

  /** Index of the gateway with this process id. */
  indexOf(pid: number): number {
    return this.all.findIndex(({ program }) => program.pid === pid);
  }

  freeze(index: number): void {
    this.all[index]?.program.freeze();
  }

  thaw(index: number): void {
    this.all[index]?.program.thaw();
  }

  async kill(index: number): Promise<void> {
    await this.all[index]?.program.kill();
  }

  /** Also kills those that are just starting; starting another one then fails. Safe to repeat. */
  stop(): Promise<void> {
    return this.programs.stop();
  }

  private launch({ env, root }: Launched): Program {
    return this.programs.launch("src/main.js", env, root);
  }
}

function untilReady({ program, env }: Gateway): Promise<void> {
  return program.untilReady(() => isReady(urlOf(env)));
}

function urlOf(env: NodeJS.ProcessEnv): string {
  return env["PUBLIC_URL"] ?? "";
}
