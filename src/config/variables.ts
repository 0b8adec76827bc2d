import { ConfigError } from "../errors";
import { type SettingReader } from "../ports/setting-reader";

/**
 * Reads individual variables and collects all problems, so that a single start reports everything
 * that is wrong.
 *
 * Written by hand rather than as a zod schema: every problem comes with an example of its variable,
 * a vendor reads its own settings from its own folder, and no message quotes a value.
 */
export class Variables implements SettingReader {
  private readonly problems: string[] = [];

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  problem(name: string, wrong: string, hint: string): void {
    const text = `${name} ${wrong}. ${hint}`;
    // Several readers may read the same variable.
    if (!this.problems.includes(text)) this.problems.push(text);
  }

  /**
   * Returns null when unset. An empty value counts as unset, because Docker Compose passes those.
   */
  text(name: string): string | null {
    return this.env[name]?.trim() || null;
  }

  integer(name: string, standard: number, range: { from: number; to: number }): number {
    const text = this.text(name);
    if (text === null) return standard;
    const value = Number(text);
    if (/^\d{1,9}$/.test(text) && value >= range.from && value <= range.to) return value;
    this.problem(
      name,
      `must be a whole number from ${range.from} to ${range.to}`,
      `Example: ${name}=${standard}`,
    );
    return standard;
  }

  positive(name: string, standard: number): number {
    const text = this.text(name);
    if (text === null) return standard;
    const value = Number(text);
    if (Number.isFinite(value) && value > 0) return value;
    this.problem(name, "must be a number greater than 0", `Example: ${name}=${standard}`);
    return standard;
  }

  oneOf<T extends string>(name: string, standard: T, allowed: readonly T[]): T {
    const text = this.text(name);
    if (text === null) return standard;
    const found = allowed.find((value) => value === text);
    if (found) return found;
    this.problem(name, `must be one of ${allowed.join(", ")}`, `Example: ${name}=${standard}`);
    return standard;
  }

  /** Reads a comma-separated list; empty entries are dropped. */
  list(name: string): string[] {
    const parts = (this.text(name) ?? "").split(",").map((part) => part.trim());
    return parts.filter((part) => part !== "");
  }

  /** Never quotes the value in a problem, because addresses contain passwords. */
  address(name: string, protocols: readonly string[], example: string): string | null {
    const text = this.text(name);
    if (text === null) return null;
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url && protocols.includes(url.protocol.slice(0, -1)) && url.hostname !== "") return text;
    this.problem(
      name,
      `must be an address that starts with ${oneOfSchemes(protocols)}`,
      `Example: ${name}=${example}`,
    );
    return null;
  }

  web(name: string, example: string): string | null {
    const address = this.address(name, ["http", "https"], example);
    if (address === null) return null;
    const { username, search, hash } = new URL(address);
    if (username || search || hash) {
      const wrong = "must be a plain address, without user, ? and #";
      this.problem(name, wrong, `Example: ${name}=${example}`);
    }
    return address.replace(/(?<!\/)\/+$/, "");
  }

  /** @throws {ConfigError} names every problem */
  finish(): void {
    if (this.problems.length > 0) throw new ConfigError(this.problems);
  }
}

function oneOfSchemes(protocols: readonly string[]): string {
  return protocols.map((protocol) => `${protocol}://`).join(" or ");
}
