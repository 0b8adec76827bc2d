import { type PlannedFault } from "../../sandbox/faults/fault";
import { BEHAVIOURS } from "./behaviours";
import { type Random } from "./random";

const WALLET_PATH = "/api/1/loyalty/iiko/customer/wallet";
export const LOGIN_PATH = "/api/1/access_token";

/** Trouble with the calls around the one that matters. */
const ELSEWHERE: readonly PlannedFault[] = [
  { path: "/api/1/deliveries/by_id", fault: { kind: "status", status: 500 } },
  { path: LOGIN_PATH, fault: { kind: "status", status: 503 } },
  { path: `${WALLET_PATH}/hold`, fault: { kind: "status", status: 503 } },
  { path: `${WALLET_PATH}/hold`, fault: { kind: "drop-after" } },
  { path: `${WALLET_PATH}/cancel_hold`, fault: { kind: "drop-after" } },
  { fault: { kind: "webhook-loss" } },
  { fault: { kind: "webhook-duplicate" } },
];

/** What iiko does next that it should not. */
export function nextFaults(random: Random): readonly PlannedFault[] {
  // What is refused for good goes to people at once: not often, so that most orders have to find
  // their way.
  const all = BEHAVIOURS.filter(({ end }) => end === "in till" || random.chance(0.5));
  return random.one([...all.map(({ faults }) => faults), ELSEWHERE]);
}
