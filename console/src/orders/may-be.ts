import { type Story } from "./story";

type Injection = Pick<Story["injection"], "state" | "stuck">;

/**
 * While the gateway goes on by itself, an order that is entered by hand as well would be there
 * twice.
 */
export function isWithPeople({ state, stuck }: Injection): boolean {
  return state === "FALLBACK_SENT" || state === "DEAD_LETTERED" || stuck;
}

export function mayBeRetried(injection: Injection): boolean {
  const { state } = injection;
  return isWithPeople(injection) || state === "RETRY_SCHEDULED" || state === "OUTCOME_UNKNOWN";
}
