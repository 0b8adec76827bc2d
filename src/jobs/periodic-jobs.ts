import { type DataSource } from "typeorm";

import { type JobQueue, type TaskName } from "../ports/job-queue";
import { type Period, type PeriodSettings } from "./kinds/task";
import { periodOf, TASK_NAMES, taskOf } from "./task-list";

/** Recurring work, and how it is planned for the first time. */
interface Round {
  readonly task: TaskName;
  /** Safe to repeat, in many processes: at most one job of it waits. */
  readonly plan: () => Promise<void>;
}

/**
 * Plans recurring work according to the periods of the tasks. At most one job of each kind waits.
 */
export class PeriodicJobs {
  constructor(
    private readonly db: DataSource,
    private readonly jobs: JobQueue,
    private readonly settings: PeriodSettings,
  ) {}

  /** Returns what recurs under these settings. */
  rounds(): readonly Round[] {
    return TASK_NAMES.filter((task) => this.periodOf(task)).map((task) => ({
      task,
      plan: () => this.planFirst(task),
    }));
  }

  /** Does nothing for work that does not recur. */
  async planFirst(task: TaskName): Promise<void> {
    const period = this.periodOf(task);
    if (period) await this.plan(task, period.firstMs);
  }

  /** Likewise for work that is about to run: whatever comes of this run, there is a next one. */
  async planNext(task: TaskName): Promise<void> {
    const period = this.periodOf(task);
    if (period) await this.plan(task, period.everyMs);
  }

  private periodOf(name: TaskName): Period | null {
    const task = taskOf(name);
    return task ? periodOf(task, this.settings) : null;
  }

  private async plan(task: TaskName, delayMs: number): Promise<void> {
    // Recurring work carries no payload.
    await this.jobs.enqueue(this.db.manager, task, {}, { delayMs, key: task });
  }
}
