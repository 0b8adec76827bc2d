/**
 * Reads environment variables by name; problems are gathered, so that one start tells all of them.
 */
export interface SettingReader {
  /** Something is wrong with `name`; the start ends once all settings are read. */
  problem(name: string, wrong: string, hint: string): void;
  /** null when unset or empty. */
  text(name: string): string | null;
  integer(name: string, standard: number, range: { from: number; to: number }): number;
  positive(name: string, standard: number): number;
  oneOf<T extends string>(name: string, standard: T, allowed: readonly T[]): T;
  list(name: string): string[];
  /** An address that may carry user and password; null when unset, or no such address. */
  address(name: string, protocols: readonly string[], example: string): string | null;
  /** A plain web address without a slash at its end; null when unset, or no such address. */
  web(name: string, example: string): string | null;
}

/** What the README's table says of a variable. */
export interface SettingNote {
  /** What holds while it is unset, where the code gives no value of its own. */
  readonly unset?: string;
  readonly what: string;
}

/** What production asks of the settings of a vendor. */
export interface ProductionRules {
  /** May this host be talked to in clear: this machine, or one of ALLOW_PLAINTEXT_HOSTS? */
  readonly mayBePlain: (host: string) => boolean;
  /** Refuses an address that starts with http:// unless its host may be talked to in clear. */
  readonly mustBeEncrypted: (name: string, address: string | null) => void;
  /** Ends the hint of every problem about encryption. */
  readonly allowHint: string;
}
