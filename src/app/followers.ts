import { type JobList } from "../ports/job-list";
import { BranchHistory } from "../subscriptions/branch-history";
import { FollowAvailability } from "../subscriptions/follow-availability";
import { FollowBranch } from "../subscriptions/follow-branch";
import { FollowJob } from "../subscriptions/follow-job";
import { FollowOrder } from "../subscriptions/follow-order";
import { OrderHistory } from "../subscriptions/order-history";
import { SharedReads } from "../subscriptions/shared-reads";
import { type Dependencies } from "./dependencies";
import { type UseCases } from "./use-cases";

interface Parts extends Pick<Dependencies, "db" | "feed"> {
  readonly jobList: JobList;
}

/** What subscriptions are answered with. */
export function createFollowers({ db, feed, jobList }: Parts, useCases: UseCases) {
  const reads = new SharedReads(feed);
  return {
    followAvailability: new FollowAvailability(useCases.shownMenus),
    followBranch: new FollowBranch(useCases.findBranch, new BranchHistory(db), reads),
    followJob: new FollowJob(jobList),
    followOrder: new FollowOrder(useCases.findOrder, new OrderHistory(db), reads),
  };
}
