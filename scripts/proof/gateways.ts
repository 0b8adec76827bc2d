import { eventually } from "../../tests/support/eventually";
import { isReady, type Program, Programs } from "../../tests/support/program";

/** Longer than anything lasts that keeps a gateway from starting. */
const SUPERVISED_MS = 600_000;

interface Launched {
  readonly env: NodeJS.ProcessEnv;
  /** Of another version. */
  root: string | undefined;
}

interface Gateway extends Launched {
  program: Program;
}

/** Real gateway processes that are killed and started anew. */
export class Gateways {
  private readonly programs = new Programs();
  private readonly all: Gateway[] = [];
  private reviving: Promise<number> = Promise.resolve(0);

  get count(): number {
    return this.all.length;
  }

  /** Of all of them, whether they run or not. */
  get urls(): string[] {
    return this.all.map(({ env }) => urlOf(env));
  }

  /** Of one that runs, at random. */
  get oneAlive(): string | undefined {
    const alive = this.all.filter(({ program }) => !program.hasEnded);
    const env = alive[Math.floor(Math.random() * alive.length)]?.env;
    return env && urlOf(env);
  }

  /** @param root the checkout of the version that is to run; this one when left out */
  async start(env: NodeJS.ProcessEnv, root?: string): Promise<void> {
    this.all.push({ program: await this.launch({ env, root }), env, root });
  }

  /** Ends one of another version and starts this one in its place. */
  async restartAsThisVersion(index: number, ending: "stopped" | "killed"): Promise<void> {
    const gateway = this.all[index];
    if (!gateway) throw new Error(`There is no gateway ${index}`);
    await (ending === "stopped" ? gateway.program.terminate() : gateway.program.kill());
    gateway.root = undefined;
    await this.revive();
  }

  /** Resolves once one of them, whichever, is ready to serve. */
  someoneReady(): Promise<unknown> {
    const ready = async () => (await Promise.all(this.urls.map(isReady))).includes(true);
    return eventually(ready, SUPERVISED_MS);
  }

  /** Starts those anew that were killed; how many there were. */
  revive(): Promise<number> {
    // Two at once would start the same one twice.
    this.reviving = this.reviving.then(
      () => this.startEnded(),
      () => this.startEnded(),
    );
    return this.reviving;
  }

  private async startEnded(): Promise<number> {
    const ended = this.all.filter(({ program }) => program.hasEnded);
    for (const gateway of ended) gateway.program = await this.launchAgainAndAgain(gateway);
    return ended.length;
  }

  /**
   * As a supervisor does: it may be killed as well, at a step that it comes to first, or find its
   * database out of reach.
   */
  private async launchAgainAndAgain(gateway: Launched): Promise<Program> {
    const until = performance.now() + SUPERVISED_MS;
    for (;;) {
      try {
        return await this.launch(gateway);
      } catch (error) {
        if (performance.now() > until) throw error;
      }
    }
  }

  /** Which of them has this process id. */
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

  /**
   * Kills those that are being started, too; whoever is about to start another one fails. Safe to
   * repeat.
   */
  stop(): Promise<void> {
    return this.programs.stop();
  }

  private launch({ env, root }: Launched): Promise<Program> {
    return this.programs.start("src/main.js", env, () => isReady(urlOf(env)), root);
  }
}

function urlOf(env: NodeJS.ProcessEnv): string {
  return env["PUBLIC_URL"] ?? "";
}
