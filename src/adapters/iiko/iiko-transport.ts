import { type LookupFunction } from "node:net";
import { type z } from "zod";
import { PosRejected, RefusalKind } from "../../errors";
import { type PosCredential } from "../../ports/pos";
import { type IikoReply, parseJson, readAnswer, readRefusal } from "./iiko-answer";
import { IikoHttp, type IikoRequest } from "./iiko-http";
import { tokenSchema } from "./iiko-schemas";
import { IikoTokens } from "./iiko-token";

/** What iiko says of a key that only a person can mend (seen in the field; the HTTP status varies). */
const KEY_IS_DEAD =
  /login \S+ is not authorized|apilogin is inactive|apilogin has been blocked|license for using the cloud api/i;

export interface IikoTransportOptions {
  readonly baseUrl: string;
  readonly clock: () => Date;
  /** How much longer than iiko's own limit an answer is waited for, in milliseconds; default 5000. */
  readonly graceMs?: number | undefined;
  /** How iiko's host is found; the system's way when left out. */
  readonly lookup?: LookupFunction | undefined;
}

/**
 * Carries requests to iiko and turns its answers into replies or typed errors. It repeats nothing by itself, with one
 * exception that cannot double anything: a request refused with HTTP 401 was not done, and goes once more with a new token.
 */
export class IikoTransport {
  private readonly http: IikoHttp;
  private readonly tokens: IikoTokens;
  private readonly clock: () => Date;
  private lastAheadMs: number | null = null;

  constructor({ baseUrl, clock, graceMs, lookup }: IikoTransportOptions) {
    this.http = new IikoHttp(baseUrl, graceMs, lookup);
    this.clock = clock;
    this.tokens = new IikoTokens((credential) => this.logIn(credential), clock);
  }

  /**
   * @throws {PosUnavailable} no usable answer; a mutation may have been done
   * @throws {PosRateLimited} nothing was done
   * @throws {PosRejected} refused; kind OPERATOR when it is about the key
   * @throws {PosContractBroken} answered in another shape than iiko's contract
   */
  async post<Reply>(
    credential: PosCredential,
    request: IikoRequest,
    schema: z.ZodType<Reply>,
  ): Promise<IikoReply<Reply>> {
    const answer = await this.answer(credential, request);
    try {
      return readAnswer(request, answer, schema, this.clock());
    } catch (error) {
      if (error instanceof PosRejected && KEY_IS_DEAD.test(error.message)) this.tokens.rest(credential, error);
      throw error;
    }
  }

  /** How far iiko's clock was ahead of ours at the last answer, in milliseconds, exact to the answer's way here. */
  clockAheadMs(): number | null {
    return this.lastAheadMs;
  }

  close(): void {
    this.http.close();
  }

  private async exchange(request: IikoRequest, token: string | null) {
    const answer = await this.http.post(request, token);
    const date = answer.date === null ? NaN : Date.parse(answer.date);
    if (!Number.isNaN(date)) this.lastAheadMs = date - this.clock().getTime();
    return answer;
  }

  private async answer(credential: PosCredential, request: IikoRequest) {
    const token = await this.tokens.get(credential);
    const answer = await this.exchange(request, token);
    if (answer.status !== 401 || KEY_IS_DEAD.test(readRefusal(parseJson(answer)).text)) return answer;
    this.tokens.forget(credential, token);
    return this.exchange(request, await this.tokens.get(credential));
  }

  private async logIn(credential: PosCredential): Promise<string> {
    const request =
      credential.kind === "API_LOGIN_V1"
        ? { path: "/api/1/access_token", body: { apiLogin: credential.apiLogin } }
        : {
            // The version stands in another form in this path than anywhere else (iiko's contract).
            path: "/api/v2/access_token",
            body: { apiKey: credential.apiKey, appId: credential.appId, clientSecret: credential.clientSecret },
          };
    const answer = await this.exchange(request, null);
    try {
      return readAnswer(request, answer, tokenSchema, this.clock()).reply.token;
    } catch (error) {
      if (!(error instanceof PosRejected)) throw error;
      const { message, posCode, exchange } = error;
      throw new PosRejected(message, { posCode, kind: RefusalKind.OPERATOR, cause: error, exchange });
    }
  }
}
