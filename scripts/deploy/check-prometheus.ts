import { join } from "node:path";

import { foundBy, ifInstalled } from "./debian-tool";
import { type Finding } from "./finding";

const FOLDER = "deploy/prometheus";
const PROMTOOL = { program: "promtool", debianPackage: "prometheus" };

/** Lets Prometheus read the rules and run their tests. */
export function checkPrometheus(root: string): Finding[] {
  const file = (name: string) => join(root, FOLDER, name);
  const commands: readonly (readonly [name: string, args: readonly string[]])[] = [
    ["prometheus.yml", ["check", "config", file("prometheus.yml")]],
    ["alerts.yml", ["check", "rules", file("alerts.yml")]],
    ["objectives.yml", ["check", "rules", file("objectives.yml")]],
    ["rules.test.yml", ["test", "rules", file("rules.test.yml")]],
  ];
  return commands.map(([name, args]) =>
    ifInstalled(`${FOLDER}/${name}`, PROMTOOL, () => ({
      ...foundBy(`${FOLDER}/${name}`, PROMTOOL, args),
      told: `promtool ${args[0]} ${args[1]}`,
    })),
  );
}
