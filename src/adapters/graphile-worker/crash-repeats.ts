import { type ProcessSession } from "./process-session";

const LOOK_MS = 1_000;
/** As long as the usual pause between two tries of an order. */
const LONGEST_PAUSE_SECONDS = 15;

const HURRY = `
  update graphile_worker._private_jobs set run_at = now() + make_interval(secs => $1)
  where is_available and attempts > 0 and run_at > now() + make_interval(secs => $1)`;

/**
 * Keeps the pause of crashed jobs short. The library nearly trebles it with every try: an order would wait for minutes, then
 * hours, though what broke its job is long mended.
 * Pauses of our own are new jobs, which nobody has tried yet.
 */
export class CrashRepeats {
  constructor(session: ProcessSession) {
    session.every(LOOK_MS, async () => void (await session.query(HURRY, [LONGEST_PAUSE_SECONDS])));
  }
}
