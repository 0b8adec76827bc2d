import { type ApiKey } from "../credentials";

/** What an operation receives besides its body. */
export interface ApiCall {
  correlationId: string;
  key: ApiKey;
}

/**
 * Answers HTTP 200 with its return value; throws ApiRefusal for anything else. `body` is a JSON
 * object.
 */
type ApiRoute = (body: Readonly<Record<string, unknown>>, call: ApiCall) => object;

export type ApiRoutes = Record<string, ApiRoute>;
