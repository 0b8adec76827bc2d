import { z } from "zod";

import { type WorkBranchesPlan } from "../../services/catalogue/branches-plans/work-branches-plan";
import { task } from "../kinds/task";

/** Works out, applies or undoes a plan for many branches, depending on its step. */
export const workBranchesPlan = task({
  name: "work-branches-plan",
  lane: "rest",
  priority: 20,
  payload: z.object({ planId: z.string() }),
  run: ({ workBranchesPlan }: { readonly workBranchesPlan: WorkBranchesPlan }, payload) =>
    workBranchesPlan.execute(payload),
});
