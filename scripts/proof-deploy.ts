import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { missing } from "./proof/debian/service";
import { buildImage, type BuiltImage } from "./proof/deploy/build-image";
import { documentedSteps, scriptOf } from "./proof/deploy/documented-steps";
import { FreshDebian, inOwnNamespaces, TOOLS } from "./proof/deploy/fresh-debian";
import { tell, telling } from "./proof/deploy/progress";
import { runProof, say } from "./proof/run-proof";

const USAGE = `npm run proof:deploy -- [--no-image]
  --no-image  what docs/deploy.md says alone, without the steps of the Dockerfile`;

const PAGE = "docs/deploy.md";
const CHAPTER = "One machine";
const CHECKOUT = "/usr/src/result-rest-gateway";
/** The packages and the build; the later steps need nothing but this machine. */
const STEPS_WITH_NETWORK = 2;
/** Runs alongside the gateway of the page, as the second process on its database. */
const IMAGE_PORT = 4001;

/**
 * Follows docs/deploy.md in a freshly made Debian, and carries out the steps of the Dockerfile in
 * others. Exits with 1 when a command fails.
 */
async function main(args: readonly string[]): Promise<boolean> {
  if (args.includes("--help")) return say(USAGE);
  const absent = missing(...TOOLS);
  if (process.getuid?.() !== 0 || absent.length > 0) {
    const needed = "root, and Debian's packages debootstrap, util-linux and iproute2";
    return say(`SKIPPED, nothing is proven: it needs ${needed}`);
  }
  const folder = await mkdtemp(join(tmpdir(), "gateway-deploy-"));
  try {
    await prove(folder, !args.includes("--no-image"));
    return tell("Every command did what the page says");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function prove(folder: string, withImage: boolean): Promise<void> {
  tell("A fresh Debian");
  const fresh = await FreshDebian.make(join(folder, "fresh"));
  const server = await fresh.copy(join(folder, "server"));
  const files = checkedOut();
  await put(files, server.path(CHECKOUT));
  const steps = documentedSteps(PAGE, CHAPTER);
  await server.run(scriptOf(steps.slice(0, STEPS_WITH_NETWORK)), CHECKOUT);
  const image = withImage ? await buildImage(fresh, folder, files, put) : undefined;
  const documented = scriptOf(steps.slice(STEPS_WITH_NETWORK));
  await write(server, "documented", `${LAST_WORDS}\n${documented}`);
  await write(server, "ending", ENDING);
  await inOwnNamespaces(
    ["--net"],
    [
      "ip link set lo up",
      server.entering("/root/documented", CHECKOUT),
      ...(image ? runningImage(server, image) : []),
      server.again("/root/ending", CHECKOUT),
    ],
  );
}

/** Shown when a command fails: the last output of the programs that run in the background. */
const LAST_WORDS = "trap 'tail -n 20 /var/log/result-rest-gateway.log /var/log/sandbox.log' ERR";

/** The service ends in time when it is asked to, and has logged no error. */
const ENDING = `${telling("The service is stopped")}
systemctl stop result-rest-gateway
! grep '"level":[56]0' /var/log/result-rest-gateway.log`;

/** Runs the image's program and its health check, with the settings of the page. */
function runningImage(server: FreshDebian, { root, stage }: BuiltImage): string[] {
  const [uid = "0", gid = "0"] = (stage.user ?? "").split(":");
  const account = `setpriv --reuid ${uid} --regid ${gid} --clear-groups --no-new-privs --bounding-set=-all --`;
  const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(" ");
  const settings = server.path("etc", "result-rest-gateway.env");
  const environment = [`$(grep -v -e '^#' -e '^$' ${settings})`, ...stage.environment];
  const inside = (words: readonly string[]) =>
    `env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin ${environment.join(" ")} PORT=${IMAGE_PORT} METRICS_PORT= chroot ${root.folder} ` +
    `${account} sh -c 'cd ${stage.folder} && exec "$@"' sh ${quoted(words)}`;
  return [
    telling("The image: its program, as its user, and its health check"),
    `mount -t proc proc ${root.path("proc")}`,
    `${inside(stage.command)} > ${root.path("program.log")} 2>&1 & program=$!`,
    `healthy() { ${inside(stage.health)}; }`,
    `for _ in $(seq 60); do healthy && break; sleep 1; done`,
    `healthy || { cat ${root.path("program.log")}; exit 1; }`,
    `account=$(stat -c %u:%g ${root.path("proc")}/$program)`,
    telling("Healthy, as $account"),
    `test "$account" = "${stage.user}"`,
    `kill -TERM $program; wait $program`,
  ];
}

async function write(debian: FreshDebian, name: string, script: string): Promise<void> {
  await writeFile(debian.path("root", name), script);
}

/** The files of a checkout: those that git knows, and new ones. */
function checkedOut(): string[] {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const names = execFileSync("git", args, { encoding: "utf8", maxBuffer: 2 ** 26 }).split("\0");
  return [...new Set(names)].filter((name) => name !== "");
}

async function put(files: readonly string[], folder: string): Promise<void> {
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(file, join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      // The file was removed, but git does not know it yet.
      if (error.code !== "ENOENT") throw error;
    });
  }
}

runProof(main);
