/** What the panel of jobs says. */
export interface JobsWords {
  readonly perMinute: string;
  readonly inTheHour: (total: number, highest: number) => string;
  readonly toTill: string;
  readonly slowest: (seconds: string) => string;
  readonly dead: string;
  readonly running: string;
  readonly waiting: string;
  readonly columns: readonly string[];
  readonly keys: string;
  readonly keyStates: Record<"OK" | "CIRCUIT_OPEN" | "STOPPED", string>;
  readonly resume: string;
  readonly resumeQuestion: string;
  readonly budget: (available: number, perSecond: number, waiting: number) => string;
  readonly paused: (until: string) => string;
}
