import { readFileSync } from "node:fs";

import { checkCompose } from "./deploy/check-compose";
import { checkImage } from "./deploy/check-image";
import { checkKubernetes } from "./deploy/check-kubernetes";
import { checkPrometheus } from "./deploy/check-prometheus";
import { checkProxies } from "./deploy/check-proxies";
import { checkSystemd } from "./deploy/check-systemd";
import { checkTree } from "./deploy/check-tree";
import { type Finding, looked } from "./deploy/finding";
import { ENV_EXAMPLE, envExample } from "./docs/env-example";

const NAME_WIDTH = 46;

/** Checks every artefact in deploy/. Exits with 1 when one of them has a problem. */
function main(root: string): boolean {
  const looks: readonly (readonly [string, () => Finding | Finding[]])[] = [
    ["deploy/Dockerfile", () => checkImage(root)],
    ["deploy/compose.yaml", () => checkCompose(root)],
    ["deploy/kubernetes", () => checkKubernetes(root)],
    ["deploy/systemd", () => checkSystemd(root)],
    [ENV_EXAMPLE, checkEnvExample],
    ["deploy/nginx, caddy, postgres-ha", () => checkProxies(root)],
    ["deploy/prometheus", () => checkPrometheus(root)],
    ["the production tree", () => checkTree(root)],
  ];
  const findings = looks.flatMap(([name, look]) => looked(name, look));
  findings.forEach(tell);
  return findings.every(({ faults }) => faults.length === 0);
}

function checkEnvExample(): Finding {
  const isFresh = readFileSync(ENV_EXAMPLE, "utf8") === envExample();
  return { name: ENV_EXAMPLE, faults: isFresh ? [] : ["it is stale: run `npm run schema`"] };
}

function tell({ name, faults, told = "", skipped }: Finding): void {
  const word = faults.length > 0 ? "FAULTY" : skipped === undefined ? "ok" : "SKIPPED";
  console.log(`${word.padEnd(8)} ${name.padEnd(NAME_WIDTH)} ${skipped ?? told}`.trimEnd());
  for (const fault of faults) console.log(`         - ${fault}`);
}

process.exitCode = main(process.cwd()) ? 0 : 1;
