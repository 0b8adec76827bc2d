import { type Target } from "./target";

/** One thing an outsider may try, and what has to come of it. */
export interface Attack {
  readonly title: string;
  /** Compared word by word with what `run` gives. */
  readonly expected: string;
  /** A right answer that takes longer is a miss. Default 1 s. */
  readonly withinMs?: number;
  /** Why the attack says nothing about this gateway. */
  readonly skip?: (target: Target) => string | undefined;
  /** It does more than send requests, so that they do not tell what one of them costs. */
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
