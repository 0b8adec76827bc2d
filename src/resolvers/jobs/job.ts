import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";

import { NOT_OF_LIST, notBetween } from "../../domain/faults/thrown-texts";
import { JobState } from "../../domain/jobs/job-state";
import { Node } from "../../entities/node";
import { InvalidInput } from "../../errors";
import { type FoundJobs } from "../../services/jobs/find-jobs";
import { type RetriedOrder } from "../../services/orders/operate/retry-dead-letters";
import { type Connection, countedConnectionOf, pageOfFound } from "../schema/connection";
import { DateTime } from "../schema/scalars";

registerEnumType(JobState, {
  name: "JobState",
  description:
    "What a job is doing. Finished jobs are not kept: an order's timeline says what came of them.",
  valuesConfig: {
    QUEUED: { description: "It waits for its time, or for a worker." },
    RUNNING: { description: "A worker is at it." },
    RETRYING: { description: "It broke off, and will run again." },
    DEAD: { description: "It broke off too often, and will not run again by itself." },
    SUCCEEDED: { description: "It is done. Only `jobChanged` tells of it, last." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A piece of background work. What it carries is not shown: it may be about a guest.",
})
export class Job extends Node {
  @Field(() => ID, { description: "Id of the job while it is not done." })
  override id!: string;

  @Field(() => String, { description: "As `send-order`." })
  kind!: string;

  @Field(() => JobState, { description: "What it is doing." })
  state!: JobState;

  branchId!: string | null;

  orderId!: string | null;

  @Field(() => Int, {
    description: "How often it was begun; a planned repeat is a job of its own.",
  })
  attempts!: number;

  @Field(() => DateTime, { description: "When it was added." })
  createdAt!: Date;

  @Field(() => DateTime, { description: "Not before." })
  runAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: "Why it broke off: FAILED (the gateway's log tells more) or WORKER_DIED.",
  })
  error!: string | null;
}

export const JobConnection = countedConnectionOf("Job", Job);

/** The job that was added to send an order again. */
export function toSendingJob({ order, jobId: id, at }: RetriedOrder): Job {
  const waiting = { kind: "send-order", state: JobState.QUEUED, attempts: 0, error: null };
  return { id, ...waiting, branchId: order.branchId, orderId: order.id, createdAt: at, runAt: at };
}

const MAX_PAGE = 100;

/**
 * What to ask for to show one page: one job more than it holds, to know whether there is another
 * page.
 *
 * @throws {InvalidInput} `first` is outside 0–100 or the cursor is none of ours
 */
export function jobsAsked(first: number, after: string | null | undefined) {
  if (first < 0 || first > MAX_PAGE) throw new InvalidInput(notBetween("first", 0, MAX_PAGE));
  if (after && !/^\d{1,18}$/.test(after)) throw new InvalidInput(NOT_OF_LIST);
  return { limit: first + 1, before: after ?? null };
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
