import { type DataSource } from "typeorm";

import { type JobQueue, type TaskName } from "../ports/job-queue";
import { type Period, type PeriodSettings } from "./kinds/task";
import { periodOf, TASK_NAMES, taskOf } from "./task-list";

/** Work that comes again and again, and how it is planned for the first time. */
interface Round {
  readonly task: TaskName;
  /** Safe to repeat, in many processes: one job of it waits at most. */
  readonly plan: () => Promise<void>;
}

/**
 * Plans what comes again and again, as the periods of the tasks say it. One job of each kind waits
 * at most.
 */
export class PeriodicJobs {
  constructor(
    private readonly db: DataSource,
    private readonly jobs: JobQueue,
    private readonly settings: PeriodSettings,
  ) {}

  /** What comes again under these settings. */
  rounds(): readonly Round[] {
    return TASK_NAMES.filter((task) => this.periodOf(task)).map((task) => ({
      task,
      plan: () => this.planFirst(task),
    }));
  }

  /** Nothing for work that does not come again. */
  async planFirst(task: TaskName): Promise<void> {
    const period = this.periodOf(task);
    if (period) await this.plan(task, period.firstMs);
  }

  /**
   * The same, for work that is about to be done: whatever comes of this time, there is a next one.
   */
  async planNext(task: TaskName): Promise<void> {
    const period = this.periodOf(task);
    if (period) await this.plan(task, period.everyMs);
  }

  private periodOf(name: TaskName): Period | null {
    const task = taskOf(name);
    return task ? periodOf(task, this.settings) : null;
  }

  private async plan(task: TaskName, delayMs: number): Promise<void> {
    // Work that comes by itself carries nothing.
    await this.jobs.enqueue(this.db.manager, task, {}, { delayMs, key: task });
  }
}
