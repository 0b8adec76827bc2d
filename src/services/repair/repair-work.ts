import { type DataSource } from "typeorm";

import { type Clock } from "../../ports/clock";
import { type JobQueue, type TaskName } from "../../ports/job-queue";
import { DUE_WORK, type DueRow, type DueWork } from "./due-work";

/** Number of rows that are examined, and held in memory, together. */
const PAGE = 1_000;

/** Recurring work: its job has the task's name as its key, and schedules the next one. */
export interface Round {
  readonly task: TaskName;
  readonly plan: () => Promise<void>;
}

/** Work that was due and for which no job existed. */
export interface RepairedWork {
  readonly task: TaskName;
  readonly count: number;
}

/**
 * Compares what is due according to the rows with the existing jobs, and adds those that are
 * missing: an order loses nothing when its job, or even the whole queue, is lost. Orders that the
 * staff hold are left to them.
 */
export class RepairWork {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly jobs: JobQueue;
      readonly clock: Clock;
      readonly rounds: readonly Round[];
      /** Called once for each kind of work that was missing. */
      readonly report: (repaired: RepairedWork) => void;
    },
  ) {}

  /**
   * Safe to repeat, in many processes simultaneously, and alongside a busy queue: a job that waits
   * or runs is never duplicated.
   *
   * @throws what went wrong with one kind of work, after the others have been processed
   */
  async execute(): Promise<void> {
    const failures: unknown[] = [];
    const kinds = DUE_WORK.map((work) => async () => this.note(work.task, await this.repair(work)));
    // A kind whose check fails does not prevent the others from being checked.
    for (const look of [...kinds, () => this.repairRounds()])
      await look().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  private async repair(work: DueWork): Promise<number> {
    const { db, clock } = this.parts;
    const now = clock.now();
    let [after, repaired] = [work.first, 0];
    for (;;) {
      const rows = await db.query<DueRow[]>(
        `${work.rows(literal(now))} and ${work.id} > $1 order by ${work.id} limit ${PAGE}`,
        [after],
      );
      repaired += await this.repairPage(work, rows, now);
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return repaired;
      after = last.id;
    }
  }

  /**
   * What seems to be missing is checked again with its row locked: any process that changes such a
   * row schedules what follows in the same transaction, so that something that was missing only for
   * a moment is not repaired. Rows that others are working on are left for the next time.
   */
  private async repairPage(work: DueWork, rows: readonly DueRow[], now: Date): Promise<number> {
    const { db, jobs } = this.parts;
    const suspects = await this.missing(work, rows, now);
    if (suspects.length === 0) return 0;
    return db.transaction(async (tx) => {
      const [table = ""] = work.id.split(".");
      const locked = await tx.query<DueRow[]>(
        `${work.rows(literal(now))} and ${work.id} = any ($1) order by ${work.id} for no key update of ${table} skip locked`,
        [suspects.map(({ id }) => id)],
      );
      const lost = await this.missing(work, locked, now, tx);
      await jobs.enqueueAll(
        tx,
        work.task,
        lost.map((row) => work.jobOf(row, now)),
      );
      return lost.length;
    });
  }

  private async missing(
    work: DueWork,
    rows: readonly DueRow[],
    now: Date,
    tx = this.parts.db.manager,
  ): Promise<DueRow[]> {
    const keyOf = (row: DueRow) => work.jobOf(row, now).options.key;
    const present = await this.parts.jobs.present(tx, rows.map(keyOf));
    return rows.filter((row) => !present.has(keyOf(row)));
  }

  private async repairRounds(): Promise<void> {
    const { db, jobs, rounds } = this.parts;
    const tasks = rounds.map(({ task }) => task);
    const present = await jobs.present(db.manager, tasks);
    for (const { task, plan } of rounds) {
      if (present.has(task)) continue;
      await plan();
      this.note(task, 1);
    }
  }

  private note(task: TaskName, count: number): void {
    if (count > 0) this.parts.report({ task, count });
  }
}

function literal(now: Date): string {
  return `timestamptz '${now.toISOString()}'`;
}
