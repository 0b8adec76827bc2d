import { eventually } from "../../../tests/support/eventually";
import { isReady } from "../../../tests/support/program";
import { type World } from "../world";

/**
 * Promised in the README: how long it may take until a process reports that it cannot do its work,
 * and until it reports that it can again.
 */
export const READINESS_WITHIN_SECONDS = 10;

export interface ReadinessResult {
  readonly redSeconds: number;
  readonly greenSeconds: number;
}

/**
 * Measures how long a process still reports ready after its database has gone silent, and not ready
 * after the database is back.
 */
export async function measureReadiness(world: World): Promise<ReadinessResult> {
  const [network] = world.networks;
  const [url = ""] = world.urls;
  network?.vanish();
  const redSeconds = await secondsUntil(async () => !(await isReady(url)));
  network?.restore();
  const greenSeconds = await secondsUntil(() => isReady(url));
  return { redSeconds, greenSeconds };
}

async function secondsUntil(look: () => Promise<boolean>): Promise<number> {
  const startedAt = performance.now();
  await eventually(look, 60_000).catch(() => undefined);
  return (performance.now() - startedAt) / 1000;
}
