import { type EntityManager } from "typeorm";

import { type PosKeyFailure } from "../../domain/pos/pos-key-failure";
import { type PosKeyState } from "../../domain/pos/pos-key-state";
import { type Secrets } from "../secrets";
import { type PosCredential } from "./pos-branch";

/**
 * The result of a login. Numbers increase with every login of the key and distinguish an old token
 * from its successor.
 */
export interface PosToken {
  readonly text: string;
  readonly number: number;
  /** Milliseconds until the POS discards it. */
  readonly leftMs: number;
}

/** What a caller who needs a token has to do. */
export type PosKeyTurn =
  | { readonly kind: "token"; readonly token: PosToken }
  /** Log in, then report the result to the store. */
  | { readonly kind: "login" }
  /** Someone else is logging in, for at most this long. */
  | { readonly kind: "busy"; readonly forMs: number }
  /** `token` is the old one while it is valid. */
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
  /** null if and only if the state is OK. */
  readonly failure: PosKeyFailure | null;
  /** The POS's own words, with secrets masked. */
  readonly message: string | null;
  readonly tokenExpiresAt: Date | null;
}

/**
 * What all processes of one database jointly know about the keys to a POS: one token for each, and
 * whether it may be used. Keys are identified by the id that `posKeyId` returns; the store never
 * sees the key itself. Every method is safe to repeat.
 */
export interface PosKeyStore {
  /**
   * While there is no token with more than `spareMs` left, one of the callers is told to log in.
   * Its turn ends after `leaseMs` at the latest, so that a dead process does not hold anyone up for
   * longer.
   */
  take(
    keyId: string,
    claimant: string,
    options: { leaseMs: number; spareMs: number },
  ): Promise<PosKeyTurn>;
  /**
   * Ends the claimant's turn. Does nothing if the turn has passed to someone else, or the key was
   * stopped.
   */
  keepToken(keyId: string, claimant: string, token: string, lifetimeMs: number): Promise<void>;
  /** The POS no longer accepts the token; a newer one stays. */
  dropToken(keyId: string, number: number): Promise<void>;
  /**
   * Prevents logins for a while: 5 s at first, doubling with each failure that follows soon, 60 s
   * at most, and never less than `atLeastMs`. Ends the turn to log in. The token remains valid
   * unless it is the failure.
   */
  openCircuit(keyId: string, failure: PosKeyFailure, atLeastMs: number): Promise<void>;
  /**
   * Stops the key in every process until `resume`. @param message the POS's own words, with secrets
   * masked
   */
  stop(keyId: string, failure: PosKeyFailure, message: string): Promise<void>;
  /** A person has acted: once `tx` commits, the key may be tried again in every process. */
  resume(tx: EntityManager, keyId: string): Promise<void>;
  /** Keys that were never used are missing from the result. */
  report(keyIds: readonly string[]): Promise<PosKeyReport[]>;
  /**
   * Calls `changed` whenever any process changes a key or pauses its calls; undefined: any key may
   * have changed unnoticed.
   */
  watch(changed: (keyId: string | undefined) => void): () => void;
}

/** In the order in which fingerprints were made. */
const PARTS = ["apiLogin", "apiKey", "appId", "clientSecret"] as const;

/**
 * Equal for equal credentials of one POS address, under one ENCRYPTION_KEY; reveals nothing about
 * them.
 */
export function posKeyId(secrets: Secrets, address: string, credential: PosCredential): string {
  const parts = PARTS.flatMap((part) => credential[part] ?? []);
  return secrets.mac(
    "pos-key",
    JSON.stringify([address.replace(/(?<!\/)\/+$/, ""), credential.kind, ...parts]),
  );
}
