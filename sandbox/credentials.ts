/** One API key of the sandbox's iiko Cloud account. */
export interface ApiKey {
  /** What v1 calls `apiLogin` and v2 calls `apiKey`. */
  readonly value: string;
  /** Shown by `webhooks/settings` as `apiLoginName`. */
  readonly name: string;
  /** Newly issued keys are refused by the first version of the login with HTTP 403. */
  readonly acceptsVersion1: boolean;
  readonly state: "active" | "blocked" | "inactive";
}

/** Works with both versions of the login and sees every organization of the demo restaurant. */
export const DEMO_KEY = "demo-login";
/** Works with `POST /api/v2/access_token` only. */
export const VERSION_2_KEY = "demo-login-v2";
/** Answers every login with "Apilogin has been blocked." */
export const BLOCKED_KEY = "demo-login-blocked";
/** Answers every login with "ApiLogin is inactive". */
export const INACTIVE_KEY = "demo-login-inactive";

/**
 * The application every key of the sandbox belongs to; the second version of the login asks for it.
 */
export const DEMO_APP_ID = "d84f7a80-e48b-4907-a357-71ecb268a616";
export const DEMO_CLIENT_SECRET = "demo-secret";

export const API_KEYS: readonly ApiKey[] = [
  { value: DEMO_KEY, name: "Demo", acceptsVersion1: true, state: "active" },
  { value: VERSION_2_KEY, name: "Demo, version 2", acceptsVersion1: false, state: "active" },
  { value: BLOCKED_KEY, name: "Demo, blocked", acceptsVersion1: true, state: "blocked" },
  { value: INACTIVE_KEY, name: "Demo, inactive", acceptsVersion1: true, state: "inactive" },
];
