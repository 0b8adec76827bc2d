import { type DataSource } from "typeorm";

import { newId } from "../../../domain/ids";
import {
  type CatalogueWorkKind,
  CatalogueWorkStep,
} from "../../../entities/catalogue/catalogue-work-row";

/** Identifies the work. */
interface Work {
  readonly branchId: string;
  readonly kind: CatalogueWorkKind;
}

/**
 * Reports how far the work has got. Cheap, because it is only written down from time to time.
 * @param total null: not known yet
 */
export type Tell = (step: CatalogueWorkStep, done: number, total: number | null) => void;

/** Interval between two notes; work that takes less leaves none. */
const NOTE_MS = 500;

const NOTE = `
insert into catalogue_works (branch_id, kind, run_id, step, done, total, begun_at)
values ($1, $2, $3, $4, $5, $6, now() - make_interval(secs => $7))
on conflict (branch_id, kind) do update set run_id = excluded.run_id, step = excluded.step,
  done = excluded.done, total = excluded.total, told_at = now(), ended_at = null, failed = false,
  begun_at = case when catalogue_works.run_id = excluded.run_id then catalogue_works.begun_at else excluded.begun_at end
where catalogue_works.run_id = excluded.run_id or catalogue_works.begun_at <= excluded.begun_at`;

const END = `
update catalogue_works set step = $4, done = $5, total = $6, failed = $7, told_at = now(), ended_at = now()
where branch_id = $1 and kind = $2 and run_id = $3`;

/**
 * Does the work and meanwhile records its progress, outside the work's own transaction, so that
 * others see it before that ends. Recording never stops the work.
 */
export async function duringWork<T>(
  db: DataSource,
  work: Work,
  act: (tell: Tell) => Promise<T>,
  everyMs = NOTE_MS,
): Promise<T> {
  const notes = new WorkNotes(db, work);
  const timer = setInterval(() => notes.write(), everyMs);
  let failed = true;
  try {
    const outcome = await act(notes.tell);
    failed = false;
    return outcome;
  } finally {
    clearInterval(timer);
    await notes.end(failed);
  }
}

/** For one run. Each note also signals that the process is alive. */
class WorkNotes {
  private readonly runId = newId();
  private readonly begunMs = performance.now();
  private last: Parameters<Tell> = [CatalogueWorkStep.READING, 0, null];
  private writing: Promise<unknown> | undefined;
  private isBusy = false;

  constructor(
    private readonly db: DataSource,
    private readonly work: Work,
  ) {}

  readonly tell: Tell = (...last) => {
    this.last = last;
  };

  /** One at a time, so that a slow database does not get additional requests. */
  write(): void {
    if (this.isBusy) return;
    this.isBusy = true;
    const seconds = (performance.now() - this.begunMs) / 1000;
    const noted = this.send(NOTE, [...this.last, seconds]);
    this.writing = noted.finally(() => (this.isBusy = false));
  }

  async end(failed: boolean): Promise<void> {
    if (!this.writing) return;
    await this.writing;
    const [step, done, total] = this.last;
    await this.send(END, [step, failed ? done : (total ?? done), total, failed]);
  }

  private async send(statement: string, values: readonly unknown[]): Promise<void> {
    const { branchId, kind } = this.work;
    try {
      await this.db.query(statement, [branchId, kind, this.runId, ...values]);
    } catch {
      // The next note repeats it; readers interpret old notes as an interruption.
    }
  }
}
