import { eventually } from "../../../tests/support/eventually";
import { isReady } from "../../../tests/support/program";
import { type World } from "../world";

/** README: the time from which a process cannot do its work, and from which it can again. */
export const READINESS_WITHIN_SECONDS = 10;

export interface ReadinessResult {
  readonly redSeconds: number;
  readonly greenSeconds: number;
}

/**
 * How long a process says that it is ready after its database has gone silent, and that it is not
 * after it is back.
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
