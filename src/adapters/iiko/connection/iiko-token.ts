import { randomUUID } from "node:crypto";

import { type PosKeyFailure } from "../../../domain/pos/pos-key-failure";
import { PosKeyState } from "../../../domain/pos/pos-key-state";
import { PosRateLimited, PosRejected, RefusalKind } from "../../../errors";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type PosKeyStore, type PosKeyTurn, type PosToken } from "../../../ports/pos/pos-key-store";
import { type PosMeter } from "../../../ports/pos-meter";
import { reasonOfLogin, toKeyFailure } from "../reasons/iiko-token-failure";

/** Lifetime that iiko gives a token. */
const USUAL_LIFETIME_MS = 3_600_000;
/**
 * A token that has almost expired when it arrives is a sign of a wrong clock: expiring it that
 * early would cause one login after another.
 */
const SHORTEST_LIFETIME_MS = 180_000;

/**
 * A token is renewed this long before it expires, because a request under way might arrive later.
 */
const SPARE_MS = 90_000;
/** While logging in fails, the old token is still used until this long before its end. */
const LAST_MS = 5_000;
/**
 * A login takes 17 s at most; a process that died during one holds up the others no longer than
 * this.
 */
const LEASE_MS = 20_000;
/**
 * How long to wait for another process's login before checking again, in case its announcement is
 * lost.
 */
const LOOK_MS = 250;
const PATIENCE_MS = 45_000;

interface Held {
  readonly token: PosToken;
  readonly endsAt: number;
}

export interface IikoTokensParts {
  readonly store: PosKeyStore;
  readonly logIn: (credential: PosCredential) => Promise<string>;
  readonly clock: () => Date;
  readonly meter?: PosMeter | undefined;
}

/**
 * One iiko token per key, shared by all processes of the database; each process holds a copy. Keys
 * never share a token.
 */
export class IikoTokens {
  private readonly held = new Map<string, Held>();
  private readonly renewals = new Map<string, Promise<PosToken>>();
  private readonly sleepers = new Set<() => void>();
  private readonly claimant = randomUUID();
  private changes = 0;

  constructor(private readonly parts: IikoTokensParts) {}

  /**
   * Usually answers from memory. Concurrent calls without a token, in whatever process, wait for a
   * single login.
   *
   * @throws {PosRejected} OPERATOR: iiko refuses the key; nothing is sent until somebody acts
   * @throws {PosRateLimited} logging in fails for now; nothing was done
   * @throws {PosUnavailable} this particular login got no usable answer
   */
  async get(keyId: string, credential: PosCredential): Promise<PosToken> {
    const held = this.held.get(keyId);
    if (held && held.endsAt - SPARE_MS > this.now()) return held.token;
    const renewal = this.renewals.get(keyId) ?? this.begin(keyId, credential);
    return renewal;
  }

  /** iiko no longer accepts `token`; a newer one is kept. */
  async drop(keyId: string, token: PosToken): Promise<void> {
    if (this.held.get(keyId)?.token.number === token.number) this.held.delete(keyId);
    await this.parts.store.dropToken(keyId, token.number);
  }

  /** Even a fresh token is refused: no process logs in for a while. */
  async openCircuit(keyId: string, failure: PosKeyFailure): Promise<void> {
    this.held.delete(keyId);
    await this.parts.store.openCircuit(keyId, failure, 0);
  }

  /** Only a person can fix the key: all processes stop using it. */
  async stop(keyId: string, failure: PosKeyFailure, message: string): Promise<void> {
    this.held.delete(keyId);
    await this.parts.store.stop(keyId, failure, message);
  }

  /**
   * A process has changed the key; undefined means possibly any key. What is held is looked up
   * again.
   */
  forget(keyId: string | undefined): void {
    this.changes += 1;
    if (keyId === undefined) this.held.clear();
    else this.held.delete(keyId);
    this.sleepers.forEach((wake) => wake());
  }

  private begin(keyId: string, credential: PosCredential): Promise<PosToken> {
    const renewal = this.renew(keyId, credential).finally(() => this.renewals.delete(keyId));
    this.renewals.set(keyId, renewal);
    return renewal;
  }

  private async renew(keyId: string, credential: PosCredential): Promise<PosToken> {
    const deadline = performance.now() + PATIENCE_MS;
    let failure: Error | undefined;
    let logins = 0;
    for (;;) {
      const { changes } = this;
      const turn = await this.parts.store.take(keyId, this.claimant, {
        leaseMs: LEASE_MS,
        spareMs: SPARE_MS,
      });
      this.tell(keyId, turn);
      if (turn.kind === "token") return this.hold(keyId, turn.token, changes);
      if (turn.kind === "circuit-open" && turn.token && turn.token.leftMs > LAST_MS)
        return turn.token;
      if (failure !== undefined) throw failure;
      if (turn.kind === "stopped") throw stopped(turn);
      if (turn.kind === "circuit-open") throw pausing(turn.forMs);
      if (turn.kind === "login" && ++logins > 2) throw pausing(LAST_MS);
      if (turn.kind === "login") failure = await this.logIn(keyId, credential);
      else if (performance.now() > deadline) throw pausing(LEASE_MS);
      else await this.sleep(Math.min(turn.forMs, LOOK_MS));
    }
  }

  /**
   * Returns what went wrong, which is then recorded in the store too; undefined when the store has
   * a token.
   */
  private async logIn(keyId: string, credential: PosCredential): Promise<Error | undefined> {
    const { store, logIn, clock } = this.parts;
    try {
      const token = await logIn(credential);
      await store.keepToken(keyId, this.claimant, token, readTokenLifetimeMs(token, clock()));
      return undefined;
    } catch (error) {
      const { failure, message, pauseMs, final } = toKeyFailure(error);
      if (final) await store.stop(keyId, failure, message);
      else await store.openCircuit(keyId, failure, pauseMs);
      return error instanceof Error ? error : new Error(message);
    }
  }

  /**
   * A change announced since the store was asked may concern this key; in that case the next call
   * checks again.
   */
  private hold(keyId: string, token: PosToken, changes: number): PosToken {
    if (changes === this.changes)
      this.held.set(keyId, { token, endsAt: this.now() + token.leftMs });
    return token;
  }

  private tell(keyId: string, { kind }: PosKeyTurn): void {
    if (kind === "token") this.parts.meter?.keyIs(keyId, PosKeyState.OK);
    if (kind === "circuit-open") this.parts.meter?.keyIs(keyId, PosKeyState.CIRCUIT_OPEN);
    if (kind === "stopped") this.parts.meter?.keyIs(keyId, PosKeyState.STOPPED);
  }

  private sleep(forMs: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, forMs);
      this.sleepers.add(wake);
    });
  }

  private now(): number {
    return this.parts.clock().getTime();
  }
}

function stopped({ failure, message }: Extract<PosKeyTurn, { kind: "stopped" }>): PosRejected {
  const text = `The key is stopped until an operator resumes it (${message})`;
  const reason = reasonOfLogin(message);
  return new PosRejected(text, { posCode: failure, kind: RefusalKind.OPERATOR, reason });
}

/** Nothing was sent, so the order is certainly not in the POS: that is what this error says. */
function pausing(retryAfterMs: number): PosRateLimited {
  const text = `Logging in to iiko does not work at the moment; it is tried again in ${Math.ceil(retryAfterMs / 1000)} s`;
  return new PosRateLimited(text, { retryAfterMs: Math.ceil(retryAfterMs) });
}

/**
 * Returns the lifetime of a new token in milliseconds: as stated in it, or iiko's usual hour when
 * it is not a readable JWT.
 */
function readTokenLifetimeMs(token: string, now: Date): number {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"),
    );
    const expiry =
      typeof claims === "object" && claims !== null && "exp" in claims ? claims.exp : undefined;
    return typeof expiry === "number"
      ? Math.max(SHORTEST_LIFETIME_MS, expiry * 1000 - now.getTime())
      : USUAL_LIFETIME_MS;
  } catch {
    return USUAL_LIFETIME_MS;
  }
}
