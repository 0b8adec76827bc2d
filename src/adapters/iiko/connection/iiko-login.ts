import { PosKeyFailure } from "../../../domain/pos/pos-key-failure";
import { PosRejected, PosUnavailable, RefusalKind } from "../../../errors";
import { type PosCredential } from "../../../ports/pos/pos-branch";
import { keyFailureOf, reasonOfLogin } from "../reasons/iiko-token-failure";
import { tokenSchema } from "./answer-schemas";
import { parseJson, readAnswer, readRefusal } from "./iiko-answer";
import { type IikoAnswer, type IikoRequest } from "./iiko-http";

/**
 * iiko's own limit for a login; including the grace period, it ends within the lease of the process
 * that logs in.
 */
const LOGIN_TIMEOUT_SECONDS = 12;

/** Builds the request that obtains a token for a key of either kind. */
export function toLogin(credential: PosCredential): IikoRequest {
  const timeoutSeconds = LOGIN_TIMEOUT_SECONDS;
  if (credential.kind === "API_LOGIN_V1") {
    return {
      path: "/api/1/access_token",
      body: { apiLogin: credential["apiLogin"] },
      timeoutSeconds,
    };
  }
  const { apiKey, appId, clientSecret } = credential;
  // The version is written differently in this path than anywhere else (iiko's contract).
  return { path: "/api/v2/access_token", body: { apiKey, appId, clientSecret }, timeoutSeconds };
}

/**
 * Returns the token from the answer to a login.
 *
 * @throws {PosRejected} iiko refuses the key; kind OPERATOR
 * @throws {PosUnavailable} the refusal did not come from iiko
 */
export function readLogin(request: IikoRequest, answer: IikoAnswer, now: Date): string {
  try {
    return readAnswer(request, answer, tokenSchema, now).reply.token;
  } catch (error) {
    if (!(error instanceof PosRejected)) throw error;
    const { message, exchange } = error;
    const { code, text } = readRefusal(parseJson(answer));
    // A proxy's page with HTTP 403 is not a verdict from iiko.
    if (code === "UNKNOWN" && text === "")
      throw new PosUnavailable(message, { cause: error, exchange });
    const posCode = keyFailureOf(text) ?? PosKeyFailure.LOGIN_REFUSED;
    const kind = RefusalKind.OPERATOR;
    const reason = reasonOfLogin(message);
    throw new PosRejected(message, { posCode, kind, reason, cause: error, exchange });
  }
}
