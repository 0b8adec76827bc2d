import { type WalletHold } from "../loyalty/wallet-hold";
import { type WalletMove } from "../loyalty/wallet-move";
import { type Command } from "../orders/command";
import { type StoredOrder } from "../orders/stored-order";
import { type WebHookRegistration } from "../web-hooks/web-hook-registration";

/** Everything that survives a restart, stored as plain JSON. */
export interface SandboxState {
  version: 1;
  /** iiko's change counter; grows with every change of any order. */
  revision: number;
  /**
   * When each revision was current, oldest first; determines what is older than the three hours
   * that `by_revision` covers.
   */
  revisionMarks: { at: number; revision: number }[];
  nextOrderNumber: number;
  orders: Record<string, StoredOrder>;
  commands: Record<string, Command>;
  webHooks: WebHookRegistration[];
  /** In roubles, by "guest id/wallet id"; missing entries are as in the demo restaurant. */
  walletBalances: Record<string, number>;
  holds: WalletHold[];
  /** Missing in older files. */
  walletMoves?: WalletMove[];
}

/**
 * The revision starts from the clock, so that it keeps growing even across a restart that lost the
 * file.
 */
export function emptyState(now: number): SandboxState {
  return {
    version: 1,
    revision: now,
    revisionMarks: [{ at: now, revision: now }],
    nextOrderNumber: 1001,
    orders: {},
    commands: {},
    webHooks: [],
    walletBalances: {},
    holds: [],
  };
}
