import { operatesBranch, type Viewer } from "../../domain/access/viewer";
import { type ListedJob } from "../../ports/job-list";

/**
 * Keys see the jobs of their branches; keys of all branches also what is nobody's in particular.
 */
export function maySeeJob(viewer: Viewer, { branchId }: Pick<ListedJob, "branchId">): boolean {
  if (viewer.kind !== "key") return false;
  return viewer.branchIds === null || (branchId !== null && operatesBranch(viewer, branchId));
}
