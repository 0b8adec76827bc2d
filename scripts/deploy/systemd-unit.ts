import { readFileSync } from "node:fs";

/** The settings in a unit's section [Service]. */
export interface Unit {
  /** The last value counts, as for systemd. */
  value(name: string): string | undefined;
  /** All values, in their order. */
  values(name: string): readonly string[];
}

/** Reads a unit without line continuations, which ours do not use. */
export function readUnit(path: string): Unit {
  const [, service = ""] = readFileSync(path, "utf8").split(/^\[Service\]$/m);
  const [own = ""] = service.split(/^\[\w+\]$/m);
  const lines = [...own.matchAll(/^([A-Z]\w*)=(.*)$/gm)].map(
    ([, name = "", value = ""]) => [name, value] as const,
  );
  const values = (wanted: string) =>
    lines.filter(([name]) => name === wanted).map(([, value]) => value);
  return { values, value: (name) => values(name).at(-1) };
}
