/**
 * Reads environment variables by name; problems are collected, so that one start reports all of
 * them.
 */
export interface SettingReader {
  /** Reports that something is wrong with `name`; the start fails once all settings are read. */
  problem(name: string, wrong: string, hint: string): void;
  /** null if unset or empty. */
  text(name: string): string | null;
  integer(name: string, standard: number, range: { from: number; to: number }): number;
  positive(name: string, standard: number): number;
  oneOf<T extends string>(name: string, standard: T, allowed: readonly T[]): T;
  list(name: string): string[];
  /** An address that may contain user and password; null if unset or not such an address. */
  address(name: string, protocols: readonly string[], example: string): string | null;
  /** A plain web address without a trailing slash; null if unset or not such an address. */
  web(name: string, example: string): string | null;
}

/** What the README's table says about a variable. */
export interface SettingNote {
  /** What applies while it is unset, if the code gives no default of its own. */
  readonly unset?: string;
  readonly what: string;
}

/** What production requires of a vendor's settings. */
export interface ProductionRules {
  /**
   * Whether this host may be contacted unencrypted: this machine, or one of ALLOW_PLAINTEXT_HOSTS.
   */
  readonly mayBePlain: (host: string) => boolean;
  /** Refuses an address that starts with http:// unless its host may be contacted unencrypted. */
  readonly mustBeEncrypted: (name: string, address: string | null) => void;
  /** Ends the hint of every problem about encryption. */
  readonly allowHint: string;
}
