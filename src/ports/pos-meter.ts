import { type PosKeyState } from "../domain/pos/pos-key-state";

export type PosCallOutcome = "ok" | "refused" | "rate_limited" | "unavailable" | "contract_broken";

/** Counts what happens between the gateway and a POS, for anyone who monitors the gateway. */
export interface PosMeter {
  called(group: string, outcome: PosCallOutcome): void;
  /** How long a call waited for its permit, in seconds. */
  waited(group: string, seconds: number): void;
  budgetLeft(keyId: string, group: string, permits: number): void;
  /** The POS refused an order in words that the adapter cannot interpret. */
  unknownReason(): void;
  keyIs(keyId: string, state: PosKeyState): void;
}
