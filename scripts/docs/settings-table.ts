import { loadConfig } from "../../src/config";
import { Variables } from "../../src/config/variables";
import { type SettingNote } from "../../src/ports/setting-reader";
import { CHANNELS, POS } from "../../src/vendors";
import { SETTING_NOTES } from "./setting-notes";

/** Notes on every variable; those of vendors come from the vendors. */
const NOTES = new Map<string, SettingNote>(
  [SETTING_NOTES, ...[...POS, ...CHANNELS].map(({ settings }) => settings.notes)].flatMap((notes) =>
    Object.entries(notes),
  ),
);

export interface Setting {
  readonly name: string;
  /** null when it has no default of its own. */
  readonly standard: string | null;
  readonly allowed: string;
}

/** Records every variable that the gateway reads, with the value used when it is unset. */
class NotedVariables extends Variables {
  readonly settings = new Map<string, Setting>();

  constructor() {
    super({});
  }

  override text(name: string): string | null {
    this.note(name, null, "");
    return super.text(name);
  }

  override integer(name: string, standard: number, range: { from: number; to: number }): number {
    this.note(name, String(standard), `${range.from} to ${range.to}`);
    return super.integer(name, standard, range);
  }

  override positive(name: string, standard: number): number {
    this.note(name, String(standard), "more than 0");
    return super.positive(name, standard);
  }

  override oneOf<T extends string>(name: string, standard: T, allowed: readonly T[]): T {
    this.note(name, standard, allowed.map((value) => `\`${value}\``).join(", "));
    return super.oneOf(name, standard, allowed);
  }

  override list(name: string): string[] {
    this.note(name, "none", "comma-separated");
    return super.list(name);
  }

  override address(name: string, protocols: readonly string[], example: string): string | null {
    this.note(name, null, protocols.map((protocol) => `\`${protocol}://\``).join(", "));
    return super.address(name, protocols, example);
  }

  /** The first reader of a variable knows most about it. */
  private note(name: string, standard: string | null, allowed: string): void {
    if (!this.settings.has(name)) this.settings.set(name, { name, standard, allowed });
  }
}

/**
 * The settings in order, with names, defaults and limits taken from the code.
 *
 * @throws {Error} naming those that have no description
 */
export function settings(): Setting[] {
  const variables = new NotedVariables();
  loadConfig({}, variables);
  const all = [...variables.settings.values()];
  const unknown = all.filter(({ name }) => !NOTES.has(name)).map(({ name }) => name);
  if (unknown.length > 0)
    throw new Error(
      `scripts/docs/setting-notes.ts and the vendors do not describe ${unknown.join(", ")}`,
    );
  return all;
}

/** The settings as a table for the README. */
function settingsTable(): string {
  return [
    "| Variable | Default | Allowed | What it is |",
    "|---|---|---|---|",
    ...settings().map(row),
  ].join("\n");
}

/** The README with the correct table between its marks. */
export function withSettingsTable(readme: string): string {
  const [before, after] = ["<!-- settings -->", "<!-- /settings -->"].map((mark) =>
    readme.split(mark),
  );
  if (before?.length !== 2 || after?.length !== 2)
    throw new Error("README.md has lost the marks of its settings table");
  return `${before[0]}<!-- settings -->\n${settingsTable()}\n<!-- /settings -->${after[1]}`;
}

function row({ name, standard, allowed }: Setting): string {
  const { unset, what } = noteOf(name);
  return `| \`${name}\` | ${unset ?? standard ?? "none"} | ${allowed} | ${what} |`;
}

/** The description of a variable. */
export function noteOf(name: string): SettingNote {
  return NOTES.get(name) ?? { what: "" };
}
