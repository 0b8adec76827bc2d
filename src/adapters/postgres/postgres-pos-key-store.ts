import { type DataSource, type EntityManager } from "typeorm";

import { isPosKeyFailure, PosKeyFailure } from "../../domain/pos/pos-key-failure";
import { PosKeyState } from "../../domain/pos/pos-key-state";
import { type Clock } from "../../ports/clock";
import { type EventFeed } from "../../ports/event-feed";
import {
  type PosKeyReport,
  type PosKeyStore,
  type PosKeyTurn,
  type PosToken,
} from "../../ports/pos/pos-key-store";
import { type Secrets } from "../../ports/secrets";

const TOPICS = "pos-key:";

/**
 * `$1` is the current moment, null for the database's clock, the only one that all processes share.
 */
const READ = `
  with now as (select coalesce($1::timestamptz, clock_timestamp()) as at)
  select state, trouble as failure, trouble_message as message, token_sealed as sealed, token_number as number,
    extract(epoch from token_expires_at - at)::float8 * 1000 as "tokenLeftMs",
    extract(epoch from blocked_until - at)::float8 * 1000 as "blockedMs",
    extract(epoch from login_until - at)::float8 * 1000 as "loginMs"
  from pos_keys, now where id = $2
`;

const CLAIM = `
  with now as (select coalesce($1::timestamptz, clock_timestamp()) as at)
  update pos_keys set login_by = $3, login_until = at + $4 * interval '1 ms'
  from now
  where id = $2 and state <> 'STOPPED' and coalesce(blocked_until <= at, true) and coalesce(login_until <= at, true)
    and coalesce(token_expires_at <= at + $5 * interval '1 ms', true)
  returning id
`;

const KEEP_TOKEN = `
  with now as (select coalesce($1::timestamptz, clock_timestamp()) as at)
  update pos_keys set state = 'OK', blocked_until = null, login_by = null, login_until = null,
    token_sealed = $4, token_number = token_number + 1, token_expires_at = at + $5 * interval '1 ms',
    -- A key whose fresh tokens are refused logs in without a failure: that proves nothing.
    failures = case when trouble = 'TOKEN_REFUSED' then failures else 0 end
  from now where id = $2 and login_by = $3 and state <> 'STOPPED'
  returning id
`;

const OPEN_CIRCUIT = `
  with now as (select coalesce($1::timestamptz, clock_timestamp()) as at),
  counted as (
    select k.id, at, case when failed_at > at - interval '10 minutes' then k.failures + 1 else 1 end as failures
    from pos_keys k, now where k.id = $2 for no key update of k
  )
  update pos_keys k set state = 'CIRCUIT_OPEN', trouble = $3, trouble_message = null,
    failures = c.failures, failed_at = at, login_by = null, login_until = null,
    blocked_until = at + greatest($4, least(60000, 5000 * 2 ^ least(c.failures - 1, 10))) * interval '1 ms',
    token_sealed = case when $3 = 'TOKEN_REFUSED' then null else token_sealed end,
    token_expires_at = case when $3 = 'TOKEN_REFUSED' then null else token_expires_at end
  from counted c
  where k.id = c.id and k.state <> 'STOPPED' and coalesce(k.blocked_until <= at, true)
  returning k.id
`;

const STOP = `
  update pos_keys set state = 'STOPPED', trouble = $2, trouble_message = $3, blocked_until = null,
    token_sealed = null, token_expires_at = null, login_by = null, login_until = null
  where id = $1
  returning id
`;

const RESUME = `
  update pos_keys set state = 'OK', trouble = null, trouble_message = null, blocked_until = null, failures = 0,
    failed_at = null, token_sealed = null, token_expires_at = null, login_by = null, login_until = null
  where id = $1
  returning id
`;

const REPORT = `
  with now as (select coalesce($1::timestamptz, clock_timestamp()) as at)
  select id as "keyId", trouble as failure, trouble_message as message,
    case when state = 'CIRCUIT_OPEN' and blocked_until <= at then 'OK' else state end as state,
    case when token_expires_at > at then token_expires_at end as "tokenExpiresAt"
  from pos_keys, now where id = any ($2)
`;

interface Row {
  readonly state: PosKeyState;
  readonly failure: string | null;
  readonly message: string | null;
  readonly sealed: string | null;
  readonly number: number;
  readonly tokenLeftMs: number | null;
  readonly blockedMs: number | null;
  readonly loginMs: number | null;
}

/** The keys of one database, in its table pos_keys, where tokens are sealed. */
export class PostgresPosKeyStore implements PosKeyStore {
  /** @param clock for tests; defaults to the database's clock */
  constructor(
    private readonly db: DataSource,
    private readonly secrets: Secrets,
    private readonly feed: EventFeed,
    private readonly clock?: Clock,
  ) {}

  async take(
    keyId: string,
    claimant: string,
    { leaseMs, spareMs }: { leaseMs: number; spareMs: number },
  ): Promise<PosKeyTurn> {
    const known = await this.read(keyId);
    if (!known)
      await this.db.query("insert into pos_keys (id) values ($1) on conflict do nothing", [keyId]);
    const turn = known && this.turnOf(keyId, known, spareMs);
    if (turn) return turn;
    // As long as it exists, no process may log in.
    if (known?.sealed && !this.tokenOf(keyId, known)) await this.dropToken(keyId, known.number);
    const claimed = await this.change(this.db.manager, CLAIM, [
      this.now(),
      keyId,
      claimant,
      leaseMs,
      spareMs,
    ]);
    if (claimed) return { kind: "login" };
    // Another process was faster, or the key changed in between.
    const changed = await this.read(keyId);
    return (
      (changed && this.turnOf(keyId, changed, spareMs)) ?? {
        kind: "busy",
        forMs: changed?.loginMs ?? 0,
      }
    );
  }

  keepToken(keyId: string, claimant: string, token: string, lifetimeMs: number): Promise<void> {
    // Not bound to the key yet: otherwise a process of the previous version could neither read it
    // nor log in until it expired.
    const sealed = this.secrets.sealForFormer(token);
    return this.announced(keyId, KEEP_TOKEN, [this.now(), keyId, claimant, sealed, lifetimeMs]);
  }

  async dropToken(keyId: string, number: number): Promise<void> {
    const drop = `update pos_keys set token_sealed = null, token_expires_at = null where id = $1 and token_number = $2`;
    await this.db.query(drop, [keyId, number]);
  }

  openCircuit(keyId: string, failure: PosKeyFailure, atLeastMs: number): Promise<void> {
    return this.announced(keyId, OPEN_CIRCUIT, [this.now(), keyId, failure, atLeastMs]);
  }

  stop(keyId: string, failure: PosKeyFailure, message: string): Promise<void> {
    return this.announced(keyId, STOP, [keyId, failure, message]);
  }

  async resume(tx: EntityManager, keyId: string): Promise<void> {
    if (await this.change(tx, RESUME, [keyId])) await this.feed.announce(tx, `${TOPICS}${keyId}`);
  }

  async report(keyIds: readonly string[]): Promise<PosKeyReport[]> {
    const rows = await this.db.query<(PosKeyReport & { failure: string | null })[]>(REPORT, [
      this.now(),
      keyIds,
    ]);
    return rows.map((row) =>
      row.state === PosKeyState.OK
        ? { ...row, failure: null, message: null }
        : { ...row, failure: failureOf(row.failure) },
    );
  }

  watch(changed: (keyId: string | undefined) => void): () => void {
    return this.feed.listenAll(TOPICS, (topic) => changed(topic?.slice(TOPICS.length)));
  }

  private async read(keyId: string): Promise<Row | undefined> {
    return (await this.db.query<Row[]>(READ, [this.now(), keyId]))[0];
  }

  /** Returns undefined when it is time to log in. */
  private turnOf(keyId: string, row: Row, spareMs: number): PosKeyTurn | undefined {
    const { state, message, blockedMs, loginMs } = row;
    const failure = failureOf(row.failure);
    if (state === PosKeyState.STOPPED) return { kind: "stopped", failure, message: message ?? "" };
    const token = this.tokenOf(keyId, row);
    if (token && token.leftMs > spareMs) return { kind: "token", token };
    if (blockedMs !== null && blockedMs > 0)
      return { kind: "circuit-open", failure, forMs: blockedMs, token };
    return loginMs !== null && loginMs > 0 ? { kind: "busy", forMs: loginMs } : undefined;
  }

  /**
   * A token sealed with a key that no longer exists is useless: it is dropped, and a login replaces
   * it.
   */
  private tokenOf(keyId: string, { sealed, number, tokenLeftMs }: Row): PosToken | null {
    if (sealed === null || tokenLeftMs === null || tokenLeftMs <= 0) return null;
    try {
      return { text: this.secrets.open(sealed, ownerOf(keyId)), number, leftMs: tokenLeftMs };
    } catch {
      return null;
    }
  }

  /** Changes the key and notifies every process, or does neither. */
  private async announced(keyId: string, sql: string, parameters: unknown[]): Promise<void> {
    await this.db.transaction(async (tx) => {
      if (await this.change(tx, sql, parameters)) await this.feed.announce(tx, `${TOPICS}${keyId}`);
    });
  }

  private async change(tx: EntityManager, sql: string, parameters: unknown[]): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(sql, parameters);
    return rows.length > 0;
  }

  private now(): Date | null {
    return this.clock?.now() ?? null;
  }
}

function failureOf(code: string | null): PosKeyFailure {
  return code !== null && isPosKeyFailure(code) ? code : PosKeyFailure.LOGIN_REFUSED;
}

function ownerOf(keyId: string): string {
  return `key ${keyId}`;
}
