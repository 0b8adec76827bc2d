import { type ClientOptions, credentialsOf } from "./client-options.ts";
import { Deadline } from "./deadline.ts";
import { errorIn, GatewayError } from "./gateway-error.ts";
import { GatewayUnreachable } from "./gateway-unreachable.ts";
import { isObject, parseJson } from "./json.ts";
import { type Operation } from "./operation.ts";

/** The gateway responds without waiting for iiko; a response that takes longer is lost. */
const ANSWER_WITHIN_MS = 20_000;

/** Sends requests to the gateway over HTTP. */
export class GatewayHttp {
  constructor(private readonly options: ClientOptions) {}

  /**
   * @throws {GatewayError} the gateway refused, or failed
   * @throws {GatewayUnreachable} there was no usable response; a mutation may have been carried out
   */
  async ask<Answer, Variables>(
    operation: Operation<Answer, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const deadline = new Deadline(signal, ANSWER_WITHIN_MS);
    try {
      const response = await this.send(operation, variables, "application/json", deadline.signal);
      return await answerIn<Answer>(response);
    } finally {
      deadline.clear();
    }
  }

  /** @throws {GatewayUnreachable} there was no response */
  async send<Answer, Variables>(
    { document }: Operation<Answer, Variables>,
    variables: Variables,
    accept: string,
    signal: AbortSignal,
  ): Promise<Response> {
    const { url, fetch = globalThis.fetch } = this.options;
    const headers = {
      accept,
      "content-type": "application/json",
      ...(await credentialsOf(this.options)),
    };
    const body = JSON.stringify({ query: document, variables });
    try {
      return await fetch(url, { method: "POST", headers, body, signal });
    } catch (cause) {
      throw new GatewayUnreachable("The gateway did not answer", { cause });
    }
  }
}

/** Returns the error of a refusal outside GraphQL, if it is the gateway's own. */
export async function refusalIn(response: Response): Promise<GatewayError | undefined> {
  const error = errorIn(await bodyOf(response));
  return error && new GatewayError(error, response.status === 429 || response.status >= 500);
}

async function answerIn<Answer>(response: Response): Promise<Answer> {
  const body = await bodyOf(response);
  const error = errorIn(body);
  if (error) throw new GatewayError(error, response.status === 429 || response.status >= 500);
  if (!isObject(body) || !isObject(body["data"])) {
    throw new GatewayUnreachable(
      `Something else than the gateway answered, with HTTP ${response.status}`,
    );
  }
  return body["data"] as Answer;
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return parseJson(await response.text());
  } catch (cause) {
    throw new GatewayUnreachable("The gateway's answer broke off", { cause });
  }
}
