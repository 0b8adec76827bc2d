import { readFileSync } from "node:fs";

/** What a unit's section [Service] says. */
export interface Unit {
  /** The last one counts, as for systemd. */
  value(name: string): string | undefined;
  /** All of them, in their order. */
  values(name: string): readonly string[];
}

/** Reads a unit without line continuations, which ours do without. */
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
