import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { type ListedJob } from "../../ports/job-list";

/** Keys see the jobs of their branches; keys for all branches also see jobs that belong to none. */
export function maySeeJob(viewer: Viewer, { branchId }: Pick<ListedJob, "branchId">): boolean {
  if (viewer.kind !== "key") return false;
  return viewer.branchIds === null || (branchId !== null && operatesBranch(viewer, branchId));
}
