import { GraphileWorkerRunner } from "../../src/adapters/graphile-worker/graphile-worker-runner";

// A process of its own: works on jobs, says which ones it has begun, and never finishes one.
const [databaseUrl = ""] = process.argv.slice(2);
const never = (name: string) => () => {
  process.stdout.write(`${name}\n`);
  return new Promise<void>(() => undefined);
};

const handlers = {
  "send-order": never("send-order"),
  "confirm-submission": never("confirm-submission"),
  "tell-people": never("tell-people"),
  "cancel-order": never("cancel-order"),
  "cancel-hold": never("cancel-hold"),
  "catch-up-order": never("catch-up-order"),
  "record-webhook": never("record-webhook"),
  "alert-late-orders": never("alert-late-orders"),
  "check-webhooks": never("check-webhooks"),
  "plan-polls": never("plan-polls"),
  "poll-orders": never("poll-orders"),
  "forget-old": never("forget-old"),
  "refresh-pos-menus": never("refresh-pos-menus"),
  "refresh-pos-menu": never("refresh-pos-menu"),
  "refresh-stop-lists": never("refresh-stop-lists"),
};
const silent = { warn: () => undefined, error: () => undefined, debug: () => undefined };

process.stdin.resume().on("end", () => process.exit(1));
void GraphileWorkerRunner.start({ databaseUrl, handlers, keyOf: () => Promise.resolve(null), log: silent });
