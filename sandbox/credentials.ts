/** One API key of the sandbox's iiko Cloud account. */
export interface ApiKey {
  /** Called `apiLogin` in v1 and `apiKey` in v2. */
  readonly value: string;
  /** Shown by `webhooks/settings` as `apiLoginName`. */
  readonly name: string;
  /** The first version of the login refuses newly issued keys with HTTP 403. */
  readonly acceptsVersion1: boolean;
  readonly state: "active" | "blocked" | "inactive";
}

/** Works with both versions of the login and sees every organization of the demo restaurant. */
export const DEMO_KEY = "demo-login";
/** Works only with `POST /api/v2/access_token`. */
export const VERSION_2_KEY = "demo-login-v2";
/** Every login gets the response "Apilogin has been blocked." */
export const BLOCKED_KEY = "demo-login-blocked";
/** Every login gets the response "ApiLogin is inactive". */
export const INACTIVE_KEY = "demo-login-inactive";

/**
 * The application that every key of the sandbox belongs to; the second version of the login
 * requires it.
 */
export const DEMO_APP_ID = "d84f7a80-e48b-4907-a357-71ecb268a616";
export const DEMO_CLIENT_SECRET = "demo-secret";

export const API_KEYS: readonly ApiKey[] = [
  { value: DEMO_KEY, name: "Demo", acceptsVersion1: true, state: "active" },
  { value: VERSION_2_KEY, name: "Demo, version 2", acceptsVersion1: false, state: "active" },
  { value: BLOCKED_KEY, name: "Demo, blocked", acceptsVersion1: true, state: "blocked" },
  { value: INACTIVE_KEY, name: "Demo, inactive", acceptsVersion1: true, state: "inactive" },
];
