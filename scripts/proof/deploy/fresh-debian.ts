import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, copyFile, cp, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
/** The Debian release whose own Node.js is new enough. */
const RELEASE = "trixie";
const CERTIFICATES = "/usr/local/share/authorities.pem";

/** What must be installed to create one, besides being root. */
export const TOOLS = ["/usr/sbin/debootstrap", "/usr/bin/unshare", "/usr/sbin/ip"];

/** A Debian in a folder, containing nothing but what every Debian has. */
export class FreshDebian {
  private constructor(readonly folder: string) {}

  /** @param folder is created @throws {Error} when Debian's packages are not available */
  static async make(folder: string): Promise<FreshDebian> {
    const format = ["--format", "$(REPO_URI)", "Created-By: Packages"];
    const [mirror = ""] = (await run("apt-get", ["indextargets", ...format])).stdout.split("\n");
    await run("debootstrap", ["--variant=minbase", RELEASE, folder, mirror], {
      maxBuffer: 2 ** 26,
    });
    const debian = new FreshDebian(folder);
    await debian.prepare();
    return debian;
  }

  /** A copy in another folder. */
  async copy(folder: string): Promise<FreshDebian> {
    await run("cp", ["-a", "--reflink=auto", this.folder, folder]);
    return new FreshDebian(folder);
  }

  path(...parts: readonly string[]): string {
    return join(this.folder, ...parts);
  }

  /**
   * Runs a bash script in it to completion, using this machine's network, and prints its output.
   *
   * @throws {Error} when it fails
   */
  async run(script: string, folder = "/"): Promise<void> {
    await writeFile(this.path("root", "script"), script);
    await inOwnNamespaces([], [this.entering("/root/script", folder)]);
  }

  /** Copies a file, or the content of a folder, from this machine into an existing folder. */
  async bring(from: string, to: string): Promise<void> {
    const isFolder = (await stat(from)).isDirectory();
    await run("cp", ["-a", isFolder ? `${from}/.` : from, to]);
  }

  /** A line of bash that mounts what a Debian expects and runs one of its files. */
  entering(file: string, folder = "/"): string {
    const mounts = [
      `mount -t proc proc ${this.path("proc")}`,
      `mkdir -p ${this.path("dev", "shm")} && mount -t tmpfs tmpfs ${this.path("dev", "shm")}`,
      `mkdir -p ${this.path("root", ".npm")} && mount --bind ${join(homedir(), ".npm")} ${this.path("root", ".npm")}`,
    ];
    return [...mounts, this.again(file, folder)].join("\n");
  }

  /** The same, for when everything is mounted already. */
  again(file: string, folder = "/"): string {
    const environment = Object.entries(ENVIRONMENT).map(([name, value]) => `${name}=${value}`);
    const command = `bash -c 'cd ${folder} && exec bash -euo pipefail ${file}'`;
    return `env -i ${environment.join(" ")} chroot ${this.folder} ${command}`;
  }

  /**
   * Installing a package starts no service, and npm trusts the same authorities as on this machine.
   */
  private async prepare(): Promise<void> {
    await writeFile(this.path("usr", "sbin", "policy-rc.d"), "#!/bin/sh\nexit 101\n", {
      mode: 0o755,
    });
    await copyFile("/etc/resolv.conf", this.path("etc", "resolv.conf"));
    await writeFile(this.path("etc", "hosts"), "127.0.0.1 localhost\n::1 localhost\n");
    const own = process.env["NODE_EXTRA_CA_CERTS"];
    await writeFile(this.path(CERTIFICATES), own === undefined ? "" : await readFile(own));
    await mkdir(join(homedir(), ".npm"), { recursive: true });
    await cp(join(homedir(), ".npmrc"), this.path("root", ".npmrc")).catch(() => undefined);
    const standIn = this.path("usr", "local", "bin", "systemctl");
    await copyFile("scripts/proof/deploy/systemctl", standIn);
    await chmod(standIn, 0o755);
  }
}

const ENVIRONMENT = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  HOME: "/root",
  LANG: "C.UTF-8",
  DEBIAN_FRONTEND: "noninteractive",
  ...(process.env["NODE_EXTRA_CA_CERTS"] !== undefined && {
    NODE_EXTRA_CA_CERTS: CERTIFICATES,
    npm_config_cafile: CERTIFICATES,
  }),
};

/**
 * Runs lines of bash as the first process of separate namespaces: everything they start ends with
 * them, and nobody else sees their mounts.
 *
 * @param others namespaces besides those for mounts and processes: `--net` for a machine without a
 *   network
 * @throws {Error} when they fail
 */
export async function inOwnNamespaces(
  others: readonly string[],
  lines: readonly string[],
): Promise<void> {
  const unshared = ["--mount", "--pid", "--fork", "--kill-child", ...others];
  const script = ["set -euo pipefail", ...lines].join("\n");
  const child = spawn("unshare", [...unshared, "bash", "-c", script], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  const [status] = (await once(child, "exit")) as [number | null];
  process.off("exit", end);
  if (status !== 0) throw new Error(`A step has failed (${status ?? "killed"}); see above`);
}
