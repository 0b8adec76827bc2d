import { type EntityManager } from "typeorm";

import { type PosKeyFailure } from "../../domain/pos/pos-key-failure";
import { type PosKeyState } from "../../domain/pos/pos-key-state";
import { type Secrets } from "../secrets";
import { type PosCredential } from "./pos-branch";

/**
 * A login's result. Numbers grow with every login of the key: they tell an old token from its
 * successor.
 */
export interface PosToken {
  readonly text: string;
  readonly number: number;
  /** Milliseconds until the POS forgets it. */
  readonly leftMs: number;
}

/** What a caller who needs a token has to do. */
export type PosKeyTurn =
  | { readonly kind: "token"; readonly token: PosToken }
  /** Log in, then tell the store how it went. */
  | { readonly kind: "login" }
  /** Somebody else is logging in, for at most this long. */
  | { readonly kind: "busy"; readonly forMs: number }
  /** `token` is the old one while it lives. */
  | {
      readonly kind: "circuit-open";
      readonly failure: PosKeyFailure;
      readonly forMs: number;
      readonly token: PosToken | null;
    }
  | { readonly kind: "stopped"; readonly failure: PosKeyFailure; readonly message: string };

export interface PosKeyReport {
  readonly keyId: string;
  readonly state: PosKeyState;
  /** null exactly when the state is OK. */
  readonly failure: PosKeyFailure | null;
  /** The POS's own words, secrets masked. */
  readonly message: string | null;
  readonly tokenExpiresAt: Date | null;
}

/**
 * What all processes of one database know together of the keys to a POS: one token for each, and
 * whether it may be used. Keys go by the id that `posKeyId` gives; the store never sees the key
 * itself. Every method is safe to repeat.
 */
export interface PosKeyStore {
  /**
   * Of all who ask while there is no token with more than `spareMs` left, one is told to log in.
   * Its turn ends after `leaseMs` at the latest, so that a process that died holds nobody up for
   * longer.
   */
  take(
    keyId: string,
    claimant: string,
    options: { leaseMs: number; spareMs: number },
  ): Promise<PosKeyTurn>;
  /**
   * Ends the claimant's turn. Does nothing when the turn had passed to somebody else, or the key
   * was stopped.
   */
  keepToken(keyId: string, claimant: string, token: string, lifetimeMs: number): Promise<void>;
  /** The POS does not accept the token any more; a newer one stays. */
  dropToken(keyId: string, number: number): Promise<void>;
  /**
   * Lets nobody log in for a while: 5 s at first, twice as long with each failure that follows
   * soon, 60 s at most, and never less than `atLeastMs`. Ends the turn to log in. The token goes on
   * living unless it is the failure.
   */
  openCircuit(keyId: string, failure: PosKeyFailure, atLeastMs: number): Promise<void>;
  /**
   * Stops the key in every process until `resume`. @param message the POS's own words, secrets
   * masked
   */
  stop(keyId: string, failure: PosKeyFailure, message: string): Promise<void>;
  /** A person has acted: the key may be tried again, in every process, once `tx` commits. */
  resume(tx: EntityManager, keyId: string): Promise<void>;
  /** Keys that were never used are missing from the answer. */
  report(keyIds: readonly string[]): Promise<PosKeyReport[]>;
  /**
   * Calls `changed` when any process changed a key or paused its calls; undefined: any key may have
   * changed unseen.
   */
  watch(changed: (keyId: string | undefined) => void): () => void;
}

/** In the order that fingerprints were made with. */
const PARTS = ["apiLogin", "apiKey", "appId", "clientSecret"] as const;

/**
 * The same for equal credentials of one POS address, under one ENCRYPTION_KEY; tells nothing about
 * them.
 */
export function posKeyId(secrets: Secrets, address: string, credential: PosCredential): string {
  const parts = PARTS.flatMap((part) => credential[part] ?? []);
  return secrets.mac(
    "pos-key",
    JSON.stringify([address.replace(/(?<!\/)\/+$/, ""), credential.kind, ...parts]),
  );
}
