import { type IikoSharing } from "../../src/adapters/iiko/connection/iiko-transport";
import { PosKeyFailure } from "../../src/domain/pos/pos-key-failure";
import { PosKeyState } from "../../src/domain/pos/pos-key-state";
import {
  type PermitBucket,
  type PermitRequest,
  type PermitStore,
} from "../../src/ports/permit-store";
import { type PosKeyStore, type PosKeyTurn } from "../../src/ports/pos/pos-key-store";
import { Keyring } from "../../src/security/keyring";

interface Key {
  state: PosKeyState;
  failure: PosKeyFailure;
  message: string;
  blockedUntil: number;
  failures: number;
  token: { readonly text: string; readonly number: number; readonly endsAt: number } | null;
  logins: number;
  login: { readonly by: string; readonly until: number } | null;
}

/** The keys of a single process. */
export class InMemoryPosKeys implements PosKeyStore {
  private readonly keys = new Map<string, Key>();
  private readonly watchers = new Set<(keyId: string | undefined) => void>();

  constructor(private readonly now: () => number = Date.now) {}

  take(
    keyId: string,
    claimant: string,
    { leaseMs, spareMs }: { leaseMs: number; spareMs: number },
  ): Promise<PosKeyTurn> {
    const key = this.keyOf(keyId);
    const { failure, message } = key;
    const token = key.token && { ...key.token, leftMs: key.token.endsAt - this.now() };
    if (key.state === PosKeyState.STOPPED)
      return Promise.resolve({ kind: "stopped", failure, message });
    if (token && token.leftMs > spareMs) return Promise.resolve({ kind: "token", token });
    const forMs = key.blockedUntil - this.now();
    if (forMs > 0) return Promise.resolve({ kind: "circuit-open", failure, forMs, token });
    if (key.login && key.login.until > this.now()) {
      return Promise.resolve({ kind: "busy", forMs: key.login.until - this.now() });
    }
    key.login = { by: claimant, until: this.now() + leaseMs };
    return Promise.resolve({ kind: "login" });
  }

  keepToken(keyId: string, claimant: string, text: string, lifetimeMs: number): Promise<void> {
    const key = this.keyOf(keyId);
    if (key.login?.by !== claimant) return Promise.resolve();
    key.logins += 1;
    const token = { text, number: key.logins, endsAt: this.now() + lifetimeMs };
    const failures = key.failure === PosKeyFailure.TOKEN_REFUSED ? key.failures : 0;
    return this.change(keyId, {
      state: PosKeyState.OK,
      blockedUntil: 0,
      login: null,
      token,
      failures,
    });
  }

  dropToken(keyId: string, number: number): Promise<void> {
    const key = this.keyOf(keyId);
    if (key.token?.number === number) key.token = null;
    return Promise.resolve();
  }

  openCircuit(keyId: string, failure: PosKeyFailure, atLeastMs: number): Promise<void> {
    const { failures, blockedUntil, token } = this.keyOf(keyId);
    if (blockedUntil > this.now()) return Promise.resolve();
    const pauseMs = Math.max(atLeastMs, Math.min(60_000, 5_000 * 2 ** failures));
    const kept = failure === PosKeyFailure.TOKEN_REFUSED ? null : token;
    const state = PosKeyState.CIRCUIT_OPEN;
    const change = { state, failure, login: null, token: kept, failures: failures + 1 };
    return this.change(keyId, { ...change, blockedUntil: this.now() + pauseMs });
  }

  stop(keyId: string, failure: PosKeyFailure, message: string): Promise<void> {
    return this.change(keyId, {
      state: PosKeyState.STOPPED,
      failure,
      message,
      token: null,
      login: null,
    });
  }

  resume(_tx: unknown, keyId: string): Promise<void> {
    return this.change(keyId, fresh());
  }

  report(keyIds: readonly string[]) {
    const known = keyIds.flatMap((keyId) => {
      const key = this.keys.get(keyId);
      return key ? [{ keyId, key }] : [];
    });
    return Promise.resolve(
      known.map(({ keyId, key: { state, failure, message, token } }) => ({
        keyId,
        state,
        tokenExpiresAt: token && new Date(token.endsAt),
        ...(state === PosKeyState.OK ? { failure: null, message: null } : { failure, message }),
      })),
    );
  }

  watch(changed: (keyId: string | undefined) => void): () => void {
    this.watchers.add(changed);
    return () => this.watchers.delete(changed);
  }

  private change(keyId: string, change: Partial<Key>): Promise<void> {
    Object.assign(this.keyOf(keyId), change);
    for (const changed of this.watchers) changed(keyId);
    return Promise.resolve();
  }

  private keyOf(keyId: string): Key {
    const key = this.keys.get(keyId) ?? { ...fresh(), logins: 0 };
    this.keys.set(keyId, key);
    return key;
  }
}

function fresh(): Omit<Key, "logins"> {
  const failure = PosKeyFailure.LOGIN_REFUSED;
  return {
    state: PosKeyState.OK,
    failure,
    message: "",
    blockedUntil: 0,
    failures: 0,
    token: null,
    login: null,
  };
}

/** Every call may go immediately, except while the POS asks for a pause. */
class UnlimitedPermits implements PermitStore {
  private readonly pausedUntil = new Map<string, number>();

  reserve(bucket: PermitBucket, { needed }: PermitRequest) {
    const pausedMs = Math.max(0, (this.pausedUntil.get(nameOf(bucket)) ?? 0) - performance.now());
    return Promise.resolve({
      granted: pausedMs > 0 ? 0 : needed,
      available: 100,
      retryInMs: pausedMs,
      pausedMs,
    });
  }

  release(): Promise<void> {
    return Promise.resolve();
  }

  pause(bucket: PermitBucket, askedMs: number | null): Promise<number> {
    const forMs = askedMs ?? 5_000;
    this.pausedUntil.set(nameOf(bucket), performance.now() + forMs);
    return Promise.resolve(forMs);
  }

  report() {
    return Promise.resolve([]);
  }
}

function nameOf({ keyId, group }: PermitBucket): string {
  return `${keyId} ${group}`;
}

/** What the adapter of a single process needs; it is shared with no other process. */
export function inMemorySharing(clock?: () => Date): IikoSharing {
  const secrets = new Keyring(["a-master-key-only-for-these-tests-0001"]);
  return {
    keys: new InMemoryPosKeys(clock && (() => clock().getTime())),
    permits: new UnlimitedPermits(),
    secrets,
  };
}
