import { type Target } from "./target";

/** Something that an outsider may try, and the outcome it must have. */
export interface Attack {
  readonly title: string;
  /** Compared literally with the result of `run`. */
  readonly expected: string;
  /** A correct answer that takes longer is a miss. Defaults to 1 s. */
  readonly withinMs?: number;
  /** Why the attack proves nothing about this gateway. */
  readonly skip?: (target: Target) => string | undefined;
  /** The attack does more than send requests, so it does not show what one of them costs. */
  readonly unmetered?: boolean;
  readonly run: (target: Target) => Promise<string>;
}

export function onlyInProduction(target: Target): string | undefined {
  return target.production ? undefined : "the gateway does not run in production";
}

export function onlyWithoutProxy(target: Target): string | undefined {
  return target.trustsProxy ? "the gateway trusts a proxy" : undefined;
}

export function onlyWithAdminKey(target: Target): string | undefined {
  return target.adminApiKey === undefined ? "ADMIN_API_KEY is not given" : undefined;
}
