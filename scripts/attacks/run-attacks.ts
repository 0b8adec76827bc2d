import { setTimeout as pause } from "node:timers/promises";

import { type Attack } from "./attack";
import { badSockets } from "./bad-sockets";
import { claimsOfPayment } from "./claims-of-payment";
import { costlyAnswers } from "./costly-answers";
import { crookedRequests } from "./crooked-requests";
import { curiosity } from "./curiosity";
import { falseOrders } from "./false-orders";
import { floods } from "./floods";
import { foreignBudget } from "./foreign-budget";
import { foreignCodes } from "./foreign-codes";
import { foreignKeys } from "./foreign-keys";
import { forgedTokens } from "./forged-tokens";
import { heavyOperations } from "./heavy-operations";
import { hostileIiko } from "./hostile-iiko";
import { leaks } from "./leaks";
import { longDocuments } from "./long-documents";
import { longTexts } from "./long-texts";
import { manyAddresses } from "./many-addresses";
import { oddUpgrades } from "./odd-upgrades";
import { othersIds } from "./others-ids";
import { poisonedInput } from "./poisoned-input";
import { ProcessorTime } from "./processor-time";
import { slowClients } from "./slow-clients";
import { type Target } from "./target";
import { wordsAgainstKeys } from "./words-against-keys";
import { wrongDoors } from "./wrong-doors";

/** For attacks that hang, even on a busy machine; their cost is judged by processor time. */
const USUAL_MS = 10_000;
const LIMITED = "RATE_LIMITED";
const ADDRESS_RESTS_MS = 5_000;
const MOST_TRIES = 8;
const DEAR_TRIES = 3;
/** Readings of the metrics around an attack. */
const READINGS = 2;

export interface Outcome {
  readonly title: string;
  readonly expected: string;
  readonly got: string;
  readonly ms: number;
  /**
   * Processor time of the gateway per request of the attack, in whole menus; undefined when
   * unknown.
   */
  readonly wholeMenus?: number | undefined;
  readonly verdict: "ok" | "MISS" | "DEAR" | "skipped";
}

export const attacks: readonly Attack[] = [
  ...heavyOperations,
  ...costlyAnswers,
  ...longDocuments,
  ...curiosity,
  ...crookedRequests,
  ...poisonedInput,
  ...claimsOfPayment,
  ...forgedTokens,
  ...wrongDoors,
  ...othersIds,
  ...leaks,
  ...falseOrders,
  ...badSockets,
  ...longTexts,
  ...hostileIiko,
  ...wordsAgainstKeys,
  ...oddUpgrades,
  ...slowClients,
  ...manyAddresses,
  ...foreignKeys,
  ...foreignCodes,
  ...foreignBudget,
  ...floods,
];

/**
 * Runs the attacks one after another, so that none is lost in the noise of the next.
 *
 * @param timed false accepts the right answer however late it comes and whatever it costs, as in a
 *   process that also does other things
 */
export async function runAttacks(
  target: Target,
  tell: (outcome: Outcome) => void,
  timed = true,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const processor = timed ? await ProcessorTime.of(target) : undefined;
  for (const attack of attacks) {
    const judged = timed ? attack : { ...attack, withinMs: Infinity };
    const outcome = await meteredAttack(judged, target, processor);
    outcomes.push(outcome);
    tell(outcome);
  }
  return outcomes;
}

/**
 * The gateway's other work affects an attack only by chance; what is expensive is expensive every
 * time.
 */
async function meteredAttack(
  attack: Attack,
  target: Target,
  processor: ProcessorTime | undefined,
): Promise<Outcome> {
  const first = await meterOnce(attack, target, processor);
  for (let tries = 1; first.verdict === "DEAR" && tries < DEAR_TRIES; tries += 1) {
    const again = await meterOnce(attack, target, processor);
    if (again.verdict === "ok") return again;
  }
  return first;
}

async function meterOnce(
  attack: Attack,
  target: Target,
  processor: ProcessorTime | undefined,
): Promise<Outcome> {
  if (!processor || attack.unmetered || attack.skip?.(target) !== undefined)
    return runAttack(attack, target);
  const asked = target.requests;
  let outcome: Outcome | undefined;
  const spentMs = await processor.spentOn(async () => (outcome = await runAttack(attack, target)));
  const requests = target.requests - asked - READINGS;
  if (!outcome || requests < 1) return outcome ?? runAttack(attack, target);
  const wholeMenus = processor.timesWholeMenu(spentMs / requests);
  const isDear = outcome.verdict === "ok" && processor.isTooDear(spentMs / requests);
  return { ...outcome, wholeMenus, verdict: isDear ? "DEAR" : outcome.verdict };
}

async function runAttack(attack: Attack, target: Target): Promise<Outcome> {
  const { title, expected, skip } = attack;
  const reason = skip?.(target);
  if (reason !== undefined) return { title, expected, got: reason, ms: 0, verdict: "skipped" };
  let outcome = await tryAttack(attack, target);
  for (let tries = 1; isHeldUp(outcome) && tries < MOST_TRIES; tries += 1) {
    await pause(ADDRESS_RESTS_MS);
    outcome = await tryAttack(attack, target);
  }
  return outcome;
}

/** Earlier attacks have used up the address's allowance, so this one was not really tried. */
function isHeldUp({ verdict, expected, got }: Outcome): boolean {
  return verdict === "MISS" && got.includes(LIMITED) && !expected.includes(LIMITED);
}

async function tryAttack(
  { title, expected, run, withinMs = USUAL_MS }: Attack,
  target: Target,
): Promise<Outcome> {
  const start = performance.now();
  const got = await run(target).catch((error: unknown) => `failed: ${String(error)}`);
  const ms = Math.round(performance.now() - start);
  return { title, expected, got, ms, verdict: got === expected && ms <= withinMs ? "ok" : "MISS" };
}
