import { type DataSource, type EntityManager } from "typeorm";

import {
  actorOf,
  hasScope,
  operatesBranch,
  Scope,
  type Viewer,
} from "../../../domain/access/viewer";
import { type UserError } from "../../../domain/errors/user-error";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { isUuid, newId } from "../../../domain/ids";
import { BranchesPlanKind } from "../../../entities/catalogue/branches-plan";
import { Refused } from "../../../errors";
import { type JobQueue } from "../../../ports/job-queue";
import { invalid, required } from "../../branches/changes/branch-error";
import { type SaveBranchSettings } from "../../branches/settings/save-branch-settings";
import { makeOnce } from "../../idempotency/make-once";
import { branchNotFound, refusal } from "../catalogue-error";
import { jobOfPlan } from "./branches-plan-job";
import { type BranchesPlanRequest, requestErrors } from "./branches-plan-request";

interface Wanted {
  /** null: every branch that the caller operates. */
  readonly branchIds: readonly string[] | null;
  /** Must contain exactly one. */
  readonly requests: readonly BranchesPlanRequest[];
  readonly idempotencyKey?: string | null | undefined;
}

/** Maximum number of branches in one plan. */
export const MAX_BRANCHES = 5_000;

const BRANCHES_FIELD = ["input", "branchIds"];

const FORGET = "delete from branches_plans where expires_at < now() - interval '7 days'";

const EXISTING = `
select id from branches where $1::uuid[] is null or id = any ($1) order by created_at, id`;

const INSERT_PLAN = `
insert into branches_plans (id, kind, request, actor, step, expires_at)
values ($1, $2, $3, $4, 'PLAN', now() + interval '24 hours')`;

const INSERT_ENTRIES = `
insert into branches_plan_entries (plan_id, position, branch_id)
select $1, place - 1, id from unnest($2::uuid[]) with ordinality as branch (id, place)`;

/**
 * «На все рестораны»: starts one plan for many branches. A job prepares it branch by branch;
 * nothing changes until somebody applies it.
 */
export class PlanForBranches {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly jobs: JobQueue;
      readonly saveBranchSettings: Pick<SaveBranchSettings, "errorsAnywhere">;
    },
  ) {}

  /**
   * Returns the plan's id. Safe to repeat with an idempotency key; without one, each call creates a
   * plan.
   *
   * @throws {Refused} NOT_FOUND: a branch does not exist, or the viewer does not operate it;
   *   FORBIDDEN: changing settings requires an administrator; or the request itself is invalid
   */
  async execute(viewer: Viewer, wanted: Wanted): Promise<string> {
    const { branchIds, idempotencyKey } = wanted;
    const request = this.checked(wanted);
    if (request.kind === BranchesPlanKind.CHANGE_SETTINGS && !hasScope(viewer, Scope.ADMIN))
      throw onlyAdministrators();
    const asked = {
      operation: "planForBranches",
      place: viewer.kind === "key" ? viewer.keyId : "",
      key: idempotencyKey,
      field: ["input", "idempotencyKey"],
      input: { branchIds, request },
    };
    return this.parts.db.transaction(async (tx) => {
      const { result } = await makeOnce(tx, asked, async () => {
        const ids = await branchesOf(tx, viewer, branchIds);
        return { id: await this.begin(tx, viewer, ids, request) };
      });
      return result.id;
    });
  }

  /** @throws {Refused} all errors that do not depend on the branches */
  private checked({ branchIds, requests }: Wanted): BranchesPlanRequest {
    const { saveBranchSettings } = this.parts;
    const [request, ...others] = requests;
    const userErrors = [
      ...(request && others.length === 0 ? [] : [exactlyOne()]),
      ...(branchIds && branchIds.length > MAX_BRANCHES ? [tooMany()] : []),
      ...requests.flatMap((each) =>
        requestErrors(each, (change) => saveBranchSettings.errorsAnywhere(change)),
      ),
    ];
    if (!request || userErrors.length > 0) throw new Refused(userErrors);
    return request;
  }

  /** Also deletes plans that can no longer be undone. */
  private async begin(
    tx: EntityManager,
    viewer: Viewer,
    branchIds: readonly string[],
    request: BranchesPlanRequest,
  ): Promise<string> {
    const id = newId();
    await tx.query(FORGET);
    await tx.query(INSERT_PLAN, [id, request.kind, request, actorOf(viewer) ?? "?"]);
    await tx.query(INSERT_ENTRIES, [id, branchIds]);
    const { payload, options } = jobOfPlan(id);
    const jobId = await this.parts.jobs.enqueue(tx, "work-branches-plan", payload, options);
    await tx.query("update branches_plans set job_id = $2 where id = $1", [id, jobId]);
    return id;
  }
}

/** In the order in which they were named, each once; oldest first if none is named. */
async function branchesOf(
  tx: EntityManager,
  viewer: Viewer,
  wanted: readonly string[] | null,
): Promise<readonly string[]> {
  const all = viewer.kind === "key" ? viewer.branchIds : [];
  const named = wanted && [...new Set(wanted.map((id) => id.toLowerCase()))];
  if (named?.some((id) => !isUuid(id) || !operatesBranch(viewer, id)))
    throw branchNotFound(BRANCHES_FIELD);
  const rows = await tx.query<{ id: string }[]>(EXISTING, [named ?? all]);
  if (named && rows.length < named.length) throw branchNotFound(BRANCHES_FIELD);
  if (rows.length > 0) return named ?? rows.map(({ id }) => id);
  throw new Refused([required(BRANCHES_FIELD, "Выберите филиалы", "Choose branches")]);
}

function exactlyOne(): UserError {
  const ru = "Выберите что-то одно: importSection, syncPrices или settings";
  return invalid(["input"], ru, "Give exactly one of importSection, syncPrices and settings");
}

function tooMany(): UserError {
  const ru = `Не более ${MAX_BRANCHES} филиалов за раз`;
  return invalid(BRANCHES_FIELD, ru, `No more than ${MAX_BRANCHES} branches at a time`);
}

function onlyAdministrators() {
  return refusal(UserErrorCode.FORBIDDEN, ["input", "settings"], {
    ru: "Настройки меняет только администратор",
    en: "Only an administrator changes settings",
  });
}
