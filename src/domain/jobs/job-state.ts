/** State of a job. Completed jobs leave no trace except for those that follow them. */
export enum JobState {
  /** Waits for its time, or for a worker. */
  QUEUED = "QUEUED",
  RUNNING = "RUNNING",
  /** It failed, and will run again. */
  RETRYING = "RETRYING",
  /** It failed too often, and will not run again. */
  DEAD = "DEAD",
  SUCCEEDED = "SUCCEEDED",
}
