import { type FieldsOfTypes } from "./scope-access";

/** Fields of plans for many branches: no guest ever gets one. */
export const BRANCHES_PLAN_FIELDS: FieldsOfTypes = {
  BranchesPlan: {
    office: "actor branches counts createdAt expiresAt id job kind state",
  },
  BranchesPlanConnection: { office: "edges nodes pageInfo" },
  BranchesPlanCounts: {
    office: "applied changedSince failed planned stopped unchanged undone waiting",
  },
  BranchesPlanEdge: { office: "cursor node" },
  BranchesPlanPayload: { office: "plan userErrors" },
  PlannedBranch: {
    office: "appliedAt branch plan reason reasonCode settings state undoneAt",
  },
  PlannedBranchConnection: { office: "edges nodes pageInfo totalCount" },
  PlannedBranchEdge: { office: "cursor node" },
  SettingDifference: { office: "after before field" },
};
