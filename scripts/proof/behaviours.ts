import { type PlannedFault } from "../../sandbox/faults/fault";

const path = "/api/1/deliveries/create";

export interface Behaviour {
  readonly name: string;
  readonly faults: readonly PlannedFault[];
  /** Where the order must end up. */
  readonly end: "in till" | "with people";
}

/** How iiko may behave for one order. */
export const BEHAVIOURS: readonly Behaviour[] = [
  { name: "plain success", faults: [], end: "in till" },
  { name: "answer lost", faults: [{ path, fault: { kind: "drop-after" } }], end: "in till" },
  {
    name: "late acceptance",
    faults: [{ fault: { kind: "late-acceptance", ms: 1_500 } }],
    end: "in till",
  },
  {
    name: "Error after InProgress",
    faults: [
      {
        fault: {
          kind: "creation-error",
          code: "TerminalGroupDisabled",
          message: "Terminal group is disabled",
        },
      },
    ],
    end: "in till",
  },
  {
    name: "DuplicatedOrderId",
    faults: [
      {
        path,
        fault: {
          kind: "status",
          status: 400,
          body: { errorDescription: "Order already exists", error: "DuplicatedOrderId" },
          afterWork: true,
        },
      },
    ],
    end: "in till",
  },
  {
    name: "429",
    faults: [{ path, fault: { kind: "rate-limit", retryAfterSeconds: 1 } }],
    end: "in till",
  },
  { name: "401 mid-flight", faults: [{ path, fault: { kind: "unauthorized" } }], end: "in till" },
  {
    name: "503, not done",
    faults: [{ path, fault: { kind: "status", status: 503 } }],
    end: "in till",
  },
  {
    name: "502 page, but done",
    faults: [{ path, fault: { kind: "html", status: 502, afterWork: true } }],
    end: "in till",
  },
  {
    name: "no answer, but done",
    faults: [{ path, fault: { kind: "hang", afterWork: true } }],
    end: "in till",
  },
  {
    name: "refused for good",
    faults: [
      { fault: { kind: "creation-error", code: "ProductNotFound", message: "Product not found" } },
    ],
    end: "with people",
  },
];
