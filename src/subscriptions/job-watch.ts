import { type JobList, type ListedJob } from "../ports/job-list";

const LOOK_MS = 500;

/** @param job undefined if it no longer exists */
type Tell = (job: ListedJob | undefined) => void;

/** Checks all jobs that are being followed, in one statement, as long as there are any. */
export class JobWatch {
  private readonly followers = new Map<string, Set<Tell>>();
  private looking = false;

  constructor(private readonly jobs: JobList) {}

  /**
   * Reports the job repeatedly, whether it has changed or not. Returns a function that stops it.
   */
  follow(id: string, tell: Tell): () => void {
    const tells = this.followers.get(id) ?? new Set();
    this.followers.set(id, tells.add(tell));
    if (!this.looking) this.lookSoon();
    return () => {
      tells.delete(tell);
      if (tells.size === 0) this.followers.delete(id);
    };
  }

  private lookSoon(): void {
    this.looking = this.followers.size > 0;
    // If a check fails, the next one makes up for it.
    if (this.looking) setTimeout(() => void this.look().finally(() => this.lookSoon()), LOOK_MS);
  }

  private async look(): Promise<void> {
    const ids = [...this.followers.keys()];
    const found = await this.jobs.byIds(ids).catch(() => undefined);
    if (!found) return;
    const jobs = new Map(found.map((job) => [job.id, job]));
    for (const id of ids) this.followers.get(id)?.forEach((tell) => tell(jobs.get(id)));
  }
}
