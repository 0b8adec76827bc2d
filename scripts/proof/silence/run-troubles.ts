import { eventually } from "../../../tests/support/eventually";
import { isAtRest } from "../gather-evidence";
import { judge, type Verdict } from "../judge";
import { World } from "../world";
import { measureReadiness, type ReadinessResult } from "./measure-readiness";
import { type Trouble } from "./trouble";
import { TROUBLES } from "./troubles";

/** A guest who clicks does not wait longer than this for an answer. */
const ANSWERED_WITHIN_SECONDS = 6;

export interface TroubleResult {
  readonly processes: number;
  readonly trouble: string;
  /** One for each of its orders. */
  readonly verdicts: readonly Verdict[];
  /** For the order that took longest to be accepted, and for the one that took longest to end. */
  readonly answeredSeconds: number;
  readonly endedSeconds: number;
  readonly asExpected: boolean;
}

interface TroublesOptions {
  readonly databaseUrl: string;
  readonly processes: number;
  readonly quick: boolean;
  readonly tell: (result: TroubleResult) => void;
  readonly tellReadiness: (processes: number, result: ReadinessResult) => void;
}

/** Exposes a gateway to every silent failure, with a few orders and a table row for each. */
export async function runTroubles({
  databaseUrl,
  processes,
  quick,
  tell,
  tellReadiness,
}: TroublesOptions): Promise<World> {
  const world = await World.start({
    databaseUrl,
    processes,
    retryDelaysSeconds: [1, 1, 1],
    networks: true,
  });
  const troubles = TROUBLES.filter((_, index) => !quick || index % 3 === processes % 3);
  for (const trouble of troubles) tell(await runTrouble(world, processes, trouble));
  tellReadiness(processes, await measureReadiness(world));
  await world.calm();
  return world;
}

async function runTrouble(
  world: World,
  processes: number,
  trouble: Trouble,
): Promise<TroubleResult> {
  const name = `${processes} ${trouble.name} ${Date.now()}`;
  const answered: number[] = [];
  const place = async () => {
    const startedAt = performance.now();
    const placed = await world.order(`${name} ${answered.length}`);
    answered.push((performance.now() - startedAt) / 1000);
    return placed;
  };
  await trouble.befall(world, place);
  await comeToRest(world, name, trouble.withinSeconds);
  await world.calm();
  const evidence = (await world.evidence()).filter(({ key }) => key.startsWith(name));
  const [answeredSeconds, endedSeconds] = [Math.max(...answered), await secondsToEnd(world, name)];
  const verdicts = [...new Set(evidence.map(judge))];
  const inTime =
    answeredSeconds <= ANSWERED_WITHIN_SECONDS && endedSeconds <= trouble.withinSeconds;
  const asExpected =
    inTime && verdicts.length > 0 && verdicts.every((verdict) => trouble.ends.includes(verdict));
  return { processes, trouble: trouble.name, verdicts, answeredSeconds, endedSeconds, asExpected };
}

function comeToRest(world: World, name: string, seconds: number): Promise<unknown> {
  const isOver = async () =>
    (await world.rows()).filter(({ key }) => key.startsWith(name)).every(isAtRest);
  return eventually(isOver, seconds * 1000 + 20_000).catch(console.error);
}

/**
 * How long it took until an order was in the till or handed over to the staff, by the gateway's own
 * records.
 */
async function secondsToEnd(world: World, name: string): Promise<number> {
  const [row] = await world.query<{ seconds: number | null }>(
    `select max(extract(epoch from e.at - o.created_at))::float8 as seconds
     from orders o join order_events e on e.order_id = o.id
     where o.idempotency_key like $1 || '%' and e.detail ->> 'state' in ('IN_POS', 'FALLBACK_SENT', 'DEAD_LETTERED')`,
    [name],
  );
  return row?.seconds ?? Infinity;
}
