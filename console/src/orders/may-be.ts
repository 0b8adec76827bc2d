import { type Story } from "./story";

type Injection = Pick<Story["injection"], "state" | "stuck">;

/**
 * Whether the order is with the staff: while the gateway continues on its own, an order entered by
 * hand as well would exist twice.
 */
export function isWithPeople({ state, stuck }: Injection): boolean {
  return state === "FALLBACK_SENT" || state === "DEAD_LETTERED" || stuck;
}

export function mayBeRetried(injection: Injection): boolean {
  const { state } = injection;
  return isWithPeople(injection) || state === "RETRY_SCHEDULED" || state === "OUTCOME_UNKNOWN";
}
