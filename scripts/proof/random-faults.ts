import { type PlannedFault } from "../../sandbox/faults/fault";
import { BEHAVIOURS } from "./behaviours";
import { type Random } from "./random";

const WALLET_PATH = "/api/1/loyalty/iiko/customer/wallet";
export const LOGIN_PATH = "/api/1/access_token";

/** Faults in the calls around the one that matters. */
const ELSEWHERE: readonly PlannedFault[] = [
  { path: "/api/1/deliveries/by_id", fault: { kind: "status", status: 500 } },
  { path: LOGIN_PATH, fault: { kind: "status", status: 503 } },
  { path: `${WALLET_PATH}/hold`, fault: { kind: "status", status: 503 } },
  { path: `${WALLET_PATH}/hold`, fault: { kind: "drop-after" } },
  { path: `${WALLET_PATH}/cancel_hold`, fault: { kind: "drop-after" } },
  { fault: { kind: "webhook-loss" } },
  { fault: { kind: "webhook-duplicate" } },
];

/** What iiko does wrong next. */
export function nextFaults(random: Random): readonly PlannedFault[] {
  // Orders that are refused for good are handed over to the staff immediately; this is rare, so
  // that most orders have to get through.
  const all = BEHAVIOURS.filter(({ end }) => end === "in till" || random.chance(0.5));
  return random.one([...all.map(({ faults }) => faults), ELSEWHERE]);
}
