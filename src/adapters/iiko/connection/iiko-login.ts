import { type PosCredential } from "../../../ports/pos/pos-branch";
import { type IikoRequest } from "./iiko-http";

/** iiko's own limit for a login: with the grace it ends within the lease of whoever logs in. */
const LOGIN_TIMEOUT_SECONDS = 12;

/** The request that gives a token for a key, of either kind. */
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
  // The version stands in another form in this path than anywhere else (iiko's contract).
  return { path: "/api/v2/access_token", body: { apiKey, appId, clientSecret }, timeoutSeconds };
}
