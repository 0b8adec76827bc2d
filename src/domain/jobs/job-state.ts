/** What a job is doing. Jobs that are done leave no trace but to whoever follows them. */
export enum JobState {
  /** It waits for its time, or for a worker. */
  QUEUED = "QUEUED",
  RUNNING = "RUNNING",
  /** It broke off, and will run again. */
  RETRYING = "RETRYING",
  /** It broke off too often, and will not run again. */
  DEAD = "DEAD",
  SUCCEEDED = "SUCCEEDED",
}
