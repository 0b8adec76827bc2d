import { type Context } from "../../context";
import { isUuid } from "../../domain/ids";
import { seesBranch } from "../../domain/access/viewer";
import { Branch } from "../../entities/branches/branch";
import { type JobSubjectsLoader } from "../../loaders/jobs/job-subjects-loader";
import { type EntityType, partOf } from "../entity-type";

/** As `Query.branch`. */
export function branchEntities(subjects: Pick<JobSubjectsLoader, "branches">): EntityType<Context> {
  return {
    name: "Branch",
    keys: ["id"],
    objects: Branch,
    read: (representations, context) => {
      const branches = subjects.branches(context);
      return Promise.all(
        representations.map(async (named) => {
          const id = partOf(named, "id")?.toLowerCase() ?? "";
          return isUuid(id) && seesBranch(context.viewer, id) ? await branches.load(id) : null;
        }),
      );
    },
  };
}
