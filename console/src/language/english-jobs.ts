import { type JobsWords } from "./jobs-words";

export const ENGLISH_JOBS: JobsWords = {
  perMinute: "Orders per minute, the last hour",
  inTheHour: (total, highest) => `${total} in the hour, at most ${highest} in a minute`,
  toTill: "Seconds into the till (median of each minute)",
  slowest: (seconds) => `The slowest minute: ${seconds} s`,
  dead: "Dead: will not run again by themselves",
  running: "Running",
  waiting: "Waiting",
  columns: ["Work", "Of what", "Not before", "Begun", "Broke off"],
  keys: "Keys to iiko and their budgets",
  keyStates: { OK: "Works", CIRCUIT_OPEN: "Does not answer, is tried again", STOPPED: "Stopped" },
  resume: "Try the key again",
  resumeQuestion: "Do it when the cause is mended: all branches of the key go on at once.",
  budget: (available, perSecond, waiting) =>
    `${available} now, ${perSecond} per second, waiting: ${waiting}`,
  paused: (until) => `paused by iiko until ${until}`,
};
