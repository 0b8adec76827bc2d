import { type JobList, type ListedJob } from "../ports/job-list";

const LOOK_MS = 500;

/** @param job undefined: it is not there any more */
type Tell = (job: ListedJob | undefined) => void;

/**
 * Looks at the jobs that somebody follows, at all of them in one statement, as long as anybody
 * does.
 */
export class JobWatch {
  private readonly followers = new Map<string, Set<Tell>>();
  private looking = false;

  constructor(private readonly jobs: JobList) {}

  /** Tells of the job again and again, whether it has changed or not. Returns what ends it. */
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
    // A look that fails is made up for by the next one.
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
