import { join } from "node:path";

import { foundBy, ifInstalled, runTool } from "./debian-tool";
import { broken, type Finding } from "./finding";
import { readUnit } from "./systemd-unit";

const UNIT = "deploy/systemd/result-rest-gateway.service";
const ANALYZE = { program: "systemd-analyze", debianPackage: "systemd" };
/** How exposed a service may be on systemd's scale from 0 to 100. */
const MOST_EXPOSED = 20;

/** Lets systemd check the unit: whether it would accept it, and how much it lets the service do. */
export function checkSystemd(root: string): Finding {
  const path = join(root, UNIT);
  return ifInstalled(UNIT, ANALYZE, () => {
    const verified = foundBy(UNIT, ANALYZE, ["verify", "--man=no", path], () => true);
    const exposure = runTool(ANALYZE, [
      ...["security", "--offline=yes", `--threshold=${MOST_EXPOSED}`, path],
    ]);
    const level = /exposure level for .*: (\S+ \w+)/.exec(exposure.output)?.[1] ?? "unknown";
    const faults = [
      ...verified.faults,
      ...(exposure.status === 0 ? [] : [`it may do too much: exposure ${level}`]),
      ...broken(rulesOf(root)),
    ];
    return { name: UNIT, faults, told: `systemd-analyze: exposure ${level}` };
  });
}

function rulesOf(root: string) {
  const unit = readUnit(join(root, UNIT));
  return [
    ["TimeoutStopSec leaves running work its time", unit.value("TimeoutStopSec") === "90"],
    ["it has an account of its own", unit.value("DynamicUser") === "yes"],
    ["its secrets are in a file of their own", unit.value("EnvironmentFile") !== undefined],
  ].map(([rule, holds]) => [rule as string, Boolean(holds)] as const);
}
