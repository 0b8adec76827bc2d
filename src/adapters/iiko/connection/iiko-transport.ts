import { type LookupFunction } from "node:net";

import { type z } from "zod";

import { PosKeyFailure } from "../../../domain/pos/pos-key-failure";
import {
  PosContractBroken,
  PosRateLimited,
  PosRejected,
  PosUnavailable,
  RefusalKind,
} from "../../../errors";
import { type PermitStore } from "../../../ports/permit-store";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { posKeyId, type PosKeyStore, type PosToken } from "../../../ports/pos/pos-key-store";
import { type PosCallOutcome, type PosMeter } from "../../../ports/pos-meter";
import { type Secrets } from "../../../ports/secrets";
import { NO_SPANS, type Spans } from "../../../ports/spans";
import {
  type IikoReply,
  keyFailureIn,
  readAnswer,
  readDownload,
  readRetryAfterMs,
} from "./iiko-answer";
import { type IikoAnswer, IikoHttp, type IikoRequest } from "./iiko-http";
import { readLogin, toLogin } from "./iiko-login";
import { IikoTokens } from "./iiko-token";
import { RateBudgets } from "./rate-budgets";
import { lastOf, type RestrictionGroup, restrictionGroupOf } from "./restriction-groups";

/** State shared by all processes that call iiko with the same keys. */
export interface IikoSharing {
  readonly keys: PosKeyStore;
  readonly permits: PermitStore;
  /** Derives the ids under which keys are shared. */
  readonly secrets: Secrets;
  /** Calls per second that each key may make in each restriction group; defaults to 2. */
  readonly perSecond?: number | undefined;
  readonly meter?: PosMeter | undefined;
  readonly spans?: Spans | undefined;
}

export interface IikoTransportOptions {
  readonly baseUrl: string;
  readonly clock: () => Date;
  readonly sharing: IikoSharing;
  /** How long to wait for an answer beyond iiko's own limit, in milliseconds; defaults to 5000. */
  readonly graceMs?: number | undefined;
  /** How to resolve iiko's host; defaults to the system's resolver. */
  readonly lookup?: LookupFunction | undefined;
}

interface Call {
  readonly keyId: string;
  readonly credential: PosCredential;
  readonly request: IikoRequest;
  readonly group: RestrictionGroup;
}

interface Sent {
  readonly answer: IikoAnswer;
  readonly token: PosToken;
  /** Milliseconds for which iiko wants no calls in the group; 0 when it did not ask for a pause. */
  readonly pausedMs: number;
}

/**
 * Carries requests to iiko and turns its answers into replies or typed errors. It repeats nothing
 * on its own, with one exception that cannot duplicate anything: a request refused with HTTP 401
 * was not processed, so it is sent once more with a new token.
 */
export class IikoTransport {
  private readonly http: IikoHttp;
  private readonly tokens: IikoTokens;
  private readonly budgets: RateBudgets;
  private readonly unwatch: () => void;
  private lastAheadMs: number | null = null;

  constructor(private readonly options: IikoTransportOptions) {
    const { baseUrl, graceMs, lookup, clock, sharing } = options;
    const { keys, permits, meter, perSecond } = sharing;
    this.http = new IikoHttp(baseUrl, graceMs, lookup);
    this.tokens = new IikoTokens({
      store: keys,
      logIn: (credential) => this.logIn(credential),
      clock,
      meter,
    });
    this.budgets = new RateBudgets(permits, meter, perSecond);
    this.unwatch = keys.watch((keyId) => {
      this.tokens.forget(keyId);
      this.budgets.refresh(keyId);
    });
  }

  /**
   * Waits its turn, first come first served among equals; calls for an order go before others of
   * their group.
   *
   * @throws {PosUnavailable} no usable answer; a mutation may have been done
   * @throws {PosRateLimited} nothing was done
   * @throws {PosRejected} refused; kind OPERATOR when the refusal concerns the key
   * @throws {PosContractBroken} the answer's shape differs from iiko's contract
   */
  async post<Reply>(
    credential: PosCredential,
    request: IikoRequest,
    schema: z.ZodType<Reply>,
  ): Promise<IikoReply<Reply>> {
    return this.perform(credential, request, (answer) =>
      readAnswer(request, answer, schema, this.options.clock()),
    );
  }

  /**
   * Returns the raw body, for answers that are too big to be parsed on the spot.
   *
   * @throws as `post`, as far as can be determined without reading the body
   */
  async download(credential: PosCredential, request: IikoRequest): Promise<Buffer> {
    return this.perform(credential, request, (answer) =>
      readDownload(request, answer, this.options.clock()),
    );
  }

  /**
   * How far iiko's clock was ahead of ours at the last answer, in milliseconds, accurate to within
   * that answer's travel time.
   */
  clockAheadMs(): number | null {
    return this.lastAheadMs;
  }

  /** The same for equal credentials; reveals nothing about them. */
  keyIdOf(credential: PosCredential): string {
    return posKeyId(this.options.sharing.secrets, this.options.baseUrl, credential);
  }

  close(): void {
    this.unwatch();
    this.budgets.close();
    this.http.close();
  }

  private async perform<T>(
    credential: PosCredential,
    request: IikoRequest,
    read: (answer: IikoAnswer) => T,
  ) {
    const ofPath = restrictionGroupOf(request.path);
    const group = request.last ? lastOf(ofPath) : ofPath;
    const call = { keyId: this.keyIdOf(credential), credential, request, group };
    try {
      const result = await this.read(call, await this.answer(call), read);
      this.options.sharing.meter?.called(group.name, "ok");
      return result;
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome) this.options.sharing.meter?.called(group.name, outcome);
      throw error;
    }
  }

  /** A refusal that concerns the key as a whole stops the key first. */
  private async read<T>(
    { keyId }: Call,
    { answer, pausedMs }: Sent,
    read: (answer: IikoAnswer) => T,
  ): Promise<T> {
    try {
      return withPause(pausedMs, () => read(answer));
    } catch (error) {
      const posCode = keyFailureIn(answer);
      if (!posCode || !(error instanceof PosRejected)) throw error;
      const { message, exchange } = error;
      await this.tokens.stop(keyId, posCode, message);
      throw new PosRejected(message, {
        posCode,
        kind: RefusalKind.OPERATOR,
        cause: error,
        exchange,
      });
    }
  }

  private async answer(call: Call): Promise<Sent> {
    const { keyId } = call;
    const first = await this.send(call);
    if (first.answer.status !== 401 || keyFailureIn(first.answer)) return first;
    await this.tokens.drop(keyId, first.token);
    const second = await this.send(call);
    if (second.answer.status === 401)
      await this.tokens.openCircuit(keyId, PosKeyFailure.TOKEN_REFUSED);
    return second;
  }

  private async send({ keyId, credential, request, group }: Call): Promise<Sent> {
    // Checked first because no call should wait for a permit with an unusable key; the token may
    // also expire during the wait.
    await this.tokens.get(keyId, credential);
    return this.budgets.within(keyId, group, request, async () => {
      const token = await this.tokens.get(keyId, credential);
      request.leaving?.();
      const answer = await this.exchange(request, token.text);
      const asked = () => readRetryAfterMs(answer.retryAfter, this.options.clock());
      const pausedMs = answer.status === 429 ? await this.budgets.pause(keyId, group, asked()) : 0;
      return { answer, token, pausedMs };
    });
  }

  private async exchange(request: IikoRequest, token: string | null): Promise<IikoAnswer> {
    const { spans = NO_SPANS } = this.options.sharing;
    const answer = await spans.within(`POST ${request.path}`, () => this.http.post(request, token));
    const date = answer.date === null ? NaN : Date.parse(answer.date);
    if (!Number.isNaN(date)) this.lastAheadMs = date - this.options.clock().getTime();
    return answer;
  }

  private async logIn(credential: PosCredential): Promise<string> {
    const request = toLogin(credential);
    return readLogin(request, await this.exchange(request, null), this.options.clock());
  }
}

function withPause<T>(pausedMs: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof PosRateLimited)) throw error;
    // The pause applies to the whole group, in all processes, and grows when iiko does not say how
    // long to wait.
    throw new PosRateLimited(error.message, {
      retryAfterMs: Math.ceil(pausedMs),
      exchange: error.exchange,
    });
  }
}

/** Returns the outcome of a failed call; undefined when it was not sent at all. */
function outcomeOf(error: unknown): PosCallOutcome | undefined {
  if (error instanceof PosRejected && error.exchange) return "refused";
  if (error instanceof PosRateLimited && error.exchange) return "rate_limited";
  if (error instanceof PosUnavailable) return "unavailable";
  return error instanceof PosContractBroken ? "contract_broken" : undefined;
}
