import { NO, type Outcomes, PUBLIC_OR_NULL, SIGN_IN } from "./scope-outcomes";

/**
 * The fields of an order that only operators of the branch or admins may see, although its owner
 * and its tracker see the order.
 */
export const nestedTable: readonly { readonly path: string; readonly outcomes: Outcomes }[] = [
  { path: "branch { settings { pos } }", outcomes: [SIGN_IN, NO, NO, "null", "ok", "ok"] },
  {
    path: "branch { settings { credential { masked } } }",
    outcomes: [SIGN_IN, NO, NO, "null", "ok", "ok"],
  },
  {
    path: "branch { health { checks { code } } }",
    outcomes: [SIGN_IN, NO, NO, "null", "ok", "ok"],
  },
  {
    path: "branch { catalogueWorks { kind } }",
    outcomes: [SIGN_IN, NO, NO, "null", "ok", "ok"],
  },
  {
    path: "branch { promiseRecord { kept } }",
    outcomes: [SIGN_IN, NO, NO, "null", "ok", "ok"],
  },
  {
    path: "branch { changes { nodes { field } } }",
    outcomes: [SIGN_IN, NO, NO, "null", "ok", "ok"],
  },
  { path: "injection { attempts { number } }", outcomes: [SIGN_IN, NO, NO, "null", "ok", "ok"] },
  { path: "injection { attempts { request } }", outcomes: [SIGN_IN, NO, NO, "null", NO, "ok"] },
  { path: "injection { attempts { response } }", outcomes: [SIGN_IN, NO, NO, "null", NO, "ok"] },
  { path: "injection { lastError { code } }", outcomes: [SIGN_IN, NO, NO, "null", "ok", "ok"] },
  { path: "injection { fallback { target } }", outcomes: [SIGN_IN, NO, NO, "null", "ok", "ok"] },
  { path: "timeline { nodes { summary } }", outcomes: PUBLIC_OR_NULL },
];
