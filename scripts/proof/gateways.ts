import { isReady, type Program, Programs } from "../../tests/support/program";

/** Real gateway processes that are killed and started anew. */
export class Gateways {
  private readonly programs = new Programs();
  private readonly all: { program: Program; readonly env: NodeJS.ProcessEnv }[] = [];

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

  async start(env: NodeJS.ProcessEnv): Promise<void> {
    this.all.push({ program: await this.launch(env), env });
  }

  /** Starts those anew that were killed; how many there were. A start that fails is told and tried once more. */
  async revive(): Promise<number> {
    const ended = this.all.filter(({ program }) => program.hasEnded);
    for (const gateway of ended) {
      gateway.program = await this.launch(gateway.env).catch((error: unknown) => {
        // It may have been killed as well, at a step that it came to first.
        console.error(error);
        return this.launch(gateway.env);
      });
    }
    return ended.length;
  }

  /** Which of them has this process id. */
  indexOf(pid: number): number {
    return this.all.findIndex(({ program }) => program.pid === pid);
  }

  thaw(index: number): void {
    this.all[index]?.program.thaw();
  }

  async kill(index: number): Promise<void> {
    await this.all[index]?.program.kill();
  }

  /** Kills those that are being started, too; whoever is about to start another one fails. Safe to repeat. */
  stop(): Promise<void> {
    return this.programs.stop();
  }

  private launch(env: NodeJS.ProcessEnv): Promise<Program> {
    return this.programs.start("src/main.js", env, () => isReady(urlOf(env)));
  }
}

function urlOf(env: NodeJS.ProcessEnv): string {
  return env["PUBLIC_URL"] ?? "";
}
