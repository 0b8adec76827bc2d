import { eventually } from "../../tests/support/eventually";
import { type Behaviour, BEHAVIOURS } from "./behaviours";
import { type CrashStep } from "./crash-points";
import { judge, type Verdict, WITH_PEOPLE } from "./judge";
import { World } from "./world";

const STEPS: readonly CrashStep[] = ["intent saved", "request sent", "answer read", "state saved"];
/** The longest time that a call may hang (20 s), plus what follows it. */
const CASE_MS = 60_000;

export interface CaseResult {
  readonly processes: number;
  readonly step: CrashStep;
  readonly behaviour: string;
  readonly killed: boolean;
  readonly seconds: number;
  readonly verdict: Verdict;
  readonly asExpected: boolean;
}

/**
 * Which rows of the matrix to run: a few that cover every step and behaviour, one by its name, or
 * all.
 */
export interface Wanted {
  readonly quick?: boolean;
  /** A step and a behaviour, as in "request sent/answer lost". */
  readonly row?: string;
}

interface MatrixOptions {
  readonly databaseUrl: string;
  readonly processes: number;
  readonly wanted: Wanted;
  readonly tell: (result: CaseResult) => void;
}

/**
 * Kills a gateway at each step of an order's route, for each of iiko's behaviours; one order and
 * one row per case.
 */
export async function runMatrix({
  databaseUrl,
  processes,
  wanted,
  tell,
}: MatrixOptions): Promise<World> {
  const cases = casesOf(wanted);
  const world = await World.start({ databaseUrl, processes, retryDelaysSeconds: [1, 1, 1] });
  for (const { step, behaviour } of cases) tell(await runCase(world, processes, step, behaviour));
  return world;
}

/** @throws {Error} when no row has this name */
function casesOf({ quick = false, row }: Wanted): { step: CrashStep; behaviour: Behaviour }[] {
  const behaviours = BEHAVIOURS.filter(({ name }) => !quick || !/^no answer/.test(name));
  const cases = behaviours.flatMap((behaviour, column) => {
    // A quick run covers every behaviour and every step, but not every pair of them.
    const steps = quick ? STEPS.filter((_, index) => index % 4 === column % 4) : STEPS;
    const telling: CrashStep[] = behaviour.end === "with people" ? ["message taken"] : [];
    return [...steps, ...telling].map((step) => ({ step, behaviour }));
  });
  if (row === undefined) return cases;
  const named = cases.filter(({ step, behaviour }) => `${step}/${behaviour.name}` === row);
  if (named.length === 0) throw new Error(`The matrix has no row "${row}"`);
  return named;
}

/**
 * Places one order and kills the process that reaches `step` with it; the other processes, or its
 * next start, must carry on.
 */
export async function runCase(
  world: World,
  processes: number,
  step: CrashStep,
  behaviour: Behaviour,
): Promise<CaseResult> {
  const key = `${processes} ${step} ${behaviour.name} ${Date.now()}`;
  const startedAt = performance.now();
  behaviour.faults.forEach((fault) => world.sandbox.faults.plan(fault));
  await world.arm(step);
  await Promise.all([
    world.order(key, { points: world.nextPoints(), promoCode: true }),
    comeToRest(world, key, step),
  ]);
  const killed = !world.crashes.isArmed(step);
  await world.crashes.disarm(step);
  await world.revive();
  world.sandbox.faults.clear();
  const evidence = (await world.evidence()).find((each) => each.key === key);
  const verdict = evidence ? judge(evidence) : "lost";
  return {
    processes,
    step,
    behaviour: behaviour.name,
    killed,
    verdict,
    seconds: (performance.now() - startedAt) / 1000,
    asExpected: isExpected(verdict, step, behaviour) && killed,
  };
}

/** Restarts killed processes until the order has ended, or for as long as a case may take. */
async function comeToRest(world: World, key: string, step: CrashStep): Promise<void> {
  await eventually(async () => {
    await world.revive();
    const row = (await world.rows()).find((each) => each.key === key);
    // Others may see a state before the process that saved it reaches the step and is killed.
    return (
      !world.crashes.isArmed(step) &&
      row?.jobs === 0 &&
      /IN_POS|FALLBACK_SENT|DEAD_LETTERED/.test(row.state)
    );
  }, CASE_MS).catch(console.error);
}

function isExpected(verdict: Verdict, step: CrashStep, { end }: Behaviour): boolean {
  // A message may have to be repeated when it is unknown whether it arrived.
  return step === "message taken" ? WITH_PEOPLE.includes(verdict) : verdict === end;
}
