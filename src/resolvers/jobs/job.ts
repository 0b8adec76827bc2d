import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { NOT_OF_LIST } from "../../domain/errors/thrown-texts";
import { JobState } from "../../domain/jobs/job-state";
import { Node } from "../../entities/node";
import { InvalidInput } from "../../errors";
import { type FoundJobs } from "../../services/jobs/find-jobs";
import { type RetriedOrder } from "../../services/orders/operate/retry-dead-letters";
import { type Connection, countedConnectionOf, mostAsked, pageOfFound } from "../schema/connection";
import { DateTime } from "../schema/scalars";
import { UserError } from "../schema/user-error-types";

registerEnumType(JobState, {
  name: "JobState",
  description:
    "State of a job. Finished jobs are not kept: the timeline of an order shows their results.",
  valuesConfig: {
    QUEUED: { description: "Waiting for its time or for a free worker." },
    RUNNING: { description: "Being processed by a worker." },
    RETRYING: { description: "Failed, and will run again." },
    DEAD: { description: "Failed too often; no further automatic attempts." },
    SUCCEEDED: {
      description: "Done. Only `jobChanged` and `retryJob` report this state, as the last one.",
    },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "A background job. Its payload is not shown, because it may contain data about a guest.",
})
export class Job extends Node {
  @Field(() => ID, { description: "Id of the job. It is valid until the job is done." })
  override id!: string;

  @Field(() => String, { description: "Kind of the job, for example `send-order`." })
  kind!: string;

  @Field(() => JobState, { description: "What the job is doing now." })
  state!: JobState;

  branchId!: string | null;

  orderId!: string | null;

  @Field(() => Int, {
    description: "Number of times that it was started. A scheduled repeat is a job of its own.",
  })
  attempts!: number;

  @Field(() => DateTime, { description: "When it was enqueued." })
  createdAt!: Date;

  @Field(() => DateTime, { description: "The earliest time at which it runs." })
  runAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: "Why it failed: FAILED (the gateway's log has the details) or WORKER_DIED.",
  })
  error!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "Result of retryJob." })
export class JobPayload {
  @Field(() => Job, {
    nullable: true,
    description: "The job as it is now; null if `userErrors` explains why nothing was done.",
  })
  job?: Job | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

export const JobConnection = countedConnectionOf(
  "Job",
  Job,
  "Total number of entries on all pages, counted no further than 10,000.",
);

/** Returns the job that was added to send an order again. */
export function toSendingJob({ order, jobId: id, at }: RetriedOrder): Job {
  const waiting = { kind: "send-order", state: JobState.QUEUED, attempts: 0, error: null };
  return { id, ...waiting, branchId: order.branchId, orderId: order.id, createdAt: at, runAt: at };
}

/**
 * Returns what to query for one page: one job more than it holds, to find out whether there is
 * another page.
 *
 * @throws {InvalidInput} if `first` is outside 0–100 or the cursor is not ours
 */
export function jobsAsked(first: number, after: string | null | undefined) {
  if (after && !/^\d{1,18}$/.test(after)) throw new InvalidInput(NOT_OF_LIST);
  return { limit: mostAsked(first) + 1, before: after ?? null };
}

export function pageOfJobs(
  { jobs, count }: FoundJobs,
  first: number,
  after: string | null | undefined,
): Connection<Job> & { totalCount: number } {
  return {
    ...pageOfFound(jobs, first, after, (node) => ({ cursor: node.id, node })),
    totalCount: count,
  };
}
