import { type DataSource } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { Branch } from "../../entities/branches/branch";
import { Refused } from "../../errors";
import { type Clock } from "../../ports/clock";
import { invalid, required } from "./changes/branch-error";
import { lockBranch } from "./changes/lock-branch";
import { recordChanges } from "./changes/record-changes";

interface BusyMode {
  /** How many minutes longer than usual orders take; 0: no longer than usual. */
  readonly minutes: number;
  /** When busy mode ends automatically; required unless minutes are 0. */
  readonly until?: Date | null | undefined;
}

const MOST_MINUTES = 240;
const LONGEST_MS = 24 * 3600 * 1000;

/** Records that a kitchen is slower than usual, or that it no longer is. */
export class SetBusyMode {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat: another call sets the new minutes and the new end.
   *
   * @throws {Refused} NOT_FOUND; REQUIRED: `until`; INVALID: `minutes` is not 0 to 240, `until` is
   *   not within the next 24 hours
   */
  async execute(viewer: Viewer, branchId: string, mode: BusyMode): Promise<Branch> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const branch = await lockBranch(tx, viewer, branchId);
      const userErrors = errorsOf(mode, now);
      if (userErrors.length > 0) throw new Refused<UserError>(userErrors);

      const before = inWords(branch, now);
      branch.busyMinutes = mode.minutes;
      branch.busyUntil = mode.minutes === 0 ? null : (mode.until ?? null);
      const { busyMinutes, busyUntil } = branch;
      await tx.update(Branch, { id: branch.id }, { busyMinutes, busyUntil });
      const after = inWords(branch, now);
      if (before !== after)
        await recordChanges(tx, viewer, [
          { branchId: branch.id, field: "busyMode", before, after },
        ]);
      return branch;
    });
  }
}

function errorsOf({ minutes, until }: BusyMode, now: Date): UserError[] {
  const userErrors: UserError[] = [];
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > MOST_MINUTES) {
    const ru = `От 0 до ${MOST_MINUTES} минут`;
    userErrors.push(invalid(["minutes"], ru, `From 0 to ${MOST_MINUTES} minutes`));
  }
  if (minutes === 0) return userErrors;
  if (!until) return [...userErrors, required(["until"], "Укажите конец", "Say when it ends")];
  const aheadMs = until.getTime() - now.getTime();
  if (!(aheadMs > 0 && aheadMs <= LONGEST_MS)) {
    const ru = "Конец должен быть в ближайшие 24 часа";
    userErrors.push(invalid(["until"], ru, "It ends within the coming 24 hours"));
  }
  return userErrors;
}

function inWords(branch: Branch, now: Date): string {
  const minutes = branch.busyMinutesAt(now);
  return minutes === 0 ? "0" : `${minutes} until ${branch.busyUntil?.toISOString()}`;
}
