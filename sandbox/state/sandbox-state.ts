import { type WalletHold } from "../loyalty/wallet-hold";
import { type WalletMove } from "../loyalty/wallet-move";
import { type Command } from "../orders/command";
import { type StoredOrder } from "../orders/stored-order";
import { type WebHookRegistration } from "../web-hooks/web-hook-registration";

/** Everything that survives a restart, as plain JSON. */
export interface SandboxState {
  version: 1;
  /** iiko's counter of changes; grows with every change of any order. */
  revision: number;
  /**
   * When a revision was current, oldest first; decides what is older than the three hours of
   * `by_revision`.
   */
  revisionMarks: { at: number; revision: number }[];
  nextOrderNumber: number;
  orders: Record<string, StoredOrder>;
  commands: Record<string, Command>;
  webHooks: WebHookRegistration[];
  /** Roubles by "guest id/wallet id"; what is absent is as the demo restaurant has it. */
  walletBalances: Record<string, number>;
  holds: WalletHold[];
  /** Absent in files of before. */
  walletMoves?: WalletMove[];
}

/** The revision starts at the clock, so that it also grows across a restart that lost its file. */
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
