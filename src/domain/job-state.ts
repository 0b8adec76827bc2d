/** What a job that is not done is doing. Jobs that are done leave no trace. */
export enum JobState {
  /** It waits for its time, or for a worker. */
  QUEUED = "QUEUED",
  RUNNING = "RUNNING",
  /** It broke off, and will run again. */
  RETRYING = "RETRYING",
  /** It broke off too often, and will not run again. */
  DEAD = "DEAD",
}
