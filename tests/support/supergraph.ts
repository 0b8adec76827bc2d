import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(process.cwd(), "examples", "supergraph");
const ADDRESS = /The graph is at (\S+)/;

/** The example is a separate package, which the project's `npm ci` does not install. */
export const isSupergraphInstalled = existsSync(join(FOLDER, "node_modules", "@apollo", "gateway"));

export interface SupergraphOptions {
  readonly router: "apollo" | "hive";
  /** Including /graphql. */
  readonly gatewayUrl: string;
  readonly routerKey: string;
  /** 0 means any port. */
  readonly port?: number;
}

/**
 * A router with the example's two services in a separate process, started as in the documentation.
 */
export class Supergraph {
  private constructor(
    private readonly child: ChildProcess,
    /** Including /graphql. */
    readonly url: string,
  ) {}

  static async start(options: SupergraphOptions): Promise<Supergraph> {
    const { router, gatewayUrl, routerKey, port = 0 } = options;
    const env = {
      PATH: process.env.PATH,
      PORT: String(port),
      LOG_LEVEL: "error",
      GATEWAY_URL: gatewayUrl,
      ROUTER_KEY: routerKey,
    };
    const child = spawn(process.execPath, ["main.mjs", router], { cwd: FOLDER, env });
    const end = () => child.kill("SIGKILL");
    process.once("exit", end);
    child.once("exit", () => process.off("exit", end));
    const url = await addressOf(child);
    return new Supergraph(child, url);
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, "exit");
    this.child.kill("SIGKILL");
    await gone;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const [, url] = ADDRESS.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", () => reject(new Error(`The router ended:\n${said}`)));
  });
}
