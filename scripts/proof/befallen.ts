import { type DeadTill } from "./dead-till";
import { type HouseRules } from "./house-rules";
import { type RandomRunOptions } from "./random-run-options";
import { type World } from "./world";

/** What was done to the gateways. */
interface Harm {
  readonly kills: number;
  readonly faults: number;
  /** The names of the silences. */
  readonly silences: readonly string[];
}

/** Describes in one line what happened in a random run. */
export async function befallen(
  { processes, seed, orders }: Pick<RandomRunOptions, "processes" | "seed" | "orders">,
  { kills, faults, silences }: Harm,
  { sandbox }: Pick<World, "sandbox">,
  rules: HouseRules,
): Promise<string> {
  const holds = sandbox.holds();
  const givenBack = holds.filter(({ state }) => state === "cancelled");
  return (
    `random run, ${processes} processes, seed ${seed}: ${orders} orders, every third with points, every fourth with a promo code; ` +
    `${holds.length} holds, ${givenBack.length} of them given back, ${kills} kills, ${faults} faults, ` +
    `${silences.length} silences (${[...new Set(silences)].sort().join(", ")}), ` +
    `${await rules.used()} slots, filled up at the end, ${rules.pauses} pauses, ${rules.slownesses} slownesses, ` +
    `a silent till: ${tillText(rules.till)}`
  );
}

function tillText({ noticed }: DeadTill): string {
  if (noticed === undefined) return "none";
  return noticed ? "noticed" : "not noticed";
}
