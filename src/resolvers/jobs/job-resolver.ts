import {
  Arg,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  type SubscribeResolverData,
  Subscription,
} from "type-graphql";

import { type Context } from "../../context";
import { Scope } from "../../domain/access/viewer";
import { JobState } from "../../domain/jobs/job-state";
import { Branch } from "../../entities/branches/branch";
import { Order } from "../../entities/orders/order";
import { type JobSubjectsLoader } from "../../loaders/jobs/job-subjects-loader";
import { type ListedJob } from "../../ports/job-list";
import { type FindJobs } from "../../services/jobs/find-jobs";
import { type RetryJob } from "../../services/jobs/retry-job";
import { AtMost, CURSOR } from "../schema/at-most";
import { payloadOf } from "../schema/user-error";
import { Job, JobConnection, JobPayload, jobsAsked, pageOfJobs } from "./job";

@Resolver(() => Job)
export class JobResolver {
  constructor(
    private readonly useCases: {
      readonly findJobs: FindJobs;
      readonly retryJob: RetryJob;
      readonly subjects: JobSubjectsLoader;
    },
  ) {}

  @Query(() => JobConnection, {
    description:
      "Unfinished background jobs, newest first: those of the key's branches and, for keys of all branches, those of no branch in particular. Finished jobs are not kept.",
  })
  @Authorized(Scope.OPERATOR)
  async jobs(
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 50 }) first: number,
    @Arg("states", () => [JobState], {
      nullable: true,
      description: "Only jobs in these states. If omitted, all.",
    })
    states?: JobState[] | null,
    @AtMost({ characters: 100, items: 100 })
    @Arg("kinds", () => [String], {
      nullable: true,
      description: "Only jobs of these kinds, for example send-order. If omitted, all.",
    })
    kinds?: string[] | null,
    @AtMost(CURSOR) @Arg("after", () => String, { nullable: true }) after?: string | null,
    @AtMost({ items: 5000 })
    @Arg("branchIds", () => [ID], {
      nullable: true,
      description:
        "Only jobs of these branches. If omitted, those of all branches of the key, and of none in particular.",
    })
    branchIds?: string[] | null,
  ) {
    const { limit, before } = jobsAsked(first, after);
    const wanted = {
      states: states ?? null,
      kinds: kinds ?? null,
      branchIds: branchIds ?? null,
    };
    return pageOfJobs(
      await this.useCases.findJobs.execute(viewer, wanted, limit, before),
      first,
      after,
    );
  }

  @Mutation(() => JobPayload, {
    description:
      "Runs a DEAD job again immediately, and retries it for another day. If a newer job for the same work is waiting, that one stands for both and is returned. Safe to repeat: a job in another state stays as it is, and what was done meanwhile is not done twice.",
  })
  @Authorized(Scope.OPERATOR)
  retryJob(
    @Ctx() { viewer, locale }: Context,
    @Arg("id", () => ID, { description: "The job: Job.id." }) id: string,
  ): Promise<JobPayload> {
    return payloadOf(locale, async () => ({
      job: await this.useCases.retryJob.execute(viewer, id),
    }));
  }

  @Subscription(() => Job, {
    description:
      "The current state of the job, then every change until it is done: SUCCEEDED comes last.",
    subscribe: ({
      args,
      context,
    }: SubscribeResolverData<unknown, Record<string, unknown>, Context>) => {
      return context.followJob.of(context.viewer, (args as { id: string }).id);
    },
  })
  @Authorized(Scope.OPERATOR)
  jobChanged(
    @Root() job: ListedJob,
    @Arg("id", () => ID, { description: "The job: Job.id." }) _id: string,
  ): Job {
    return job;
  }

  @FieldResolver(() => Branch, {
    nullable: true,
    description: "The branch that it is for; null if it is for none in particular.",
  })
  async branch(@Ctx() context: Context, @Root() { branchId }: Job): Promise<Branch | null> {
    return branchId === null ? null : this.useCases.subjects.branches(context).load(branchId);
  }

  @FieldResolver(() => Order, { nullable: true, description: "The order that the job is about." })
  async order(@Ctx() context: Context, @Root() { orderId }: Job): Promise<Order | null> {
    return orderId === null ? null : this.useCases.subjects.orders(context).load(orderId);
  }
}
