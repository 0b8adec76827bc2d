import { anOrder } from "./an-order";
import { type Attack, onlyWithAdminKey } from "./attack";
import { type Target } from "./target";

const CREATE_PATH = "/api/1/deliveries/create";
const LOOK_EVERY_MS = 100;
const PATIENCE_MS = 90_000;
/**
 * What follows once a refusal is recorded: another attempt, or handing the order over to the staff.
 */
const RECORDED = new Set(["RETRY_SCHEDULED", "FALLBACK_SENT", "DEAD_LETTERED"]);

const CREATE =
  "mutation ($input: CreateOrderInput!) { createOrder(input: $input) { order { id } userErrors { code } } }";
const FATE =
  "query ($id: ID!) { order(id: $id) { injection { state attempts { outcome response } } } }";

interface Fate {
  readonly state: string;
  readonly attempts: readonly {
    readonly outcome: string | null;
    readonly response: string | null;
  }[];
}

/** Answers from iiko, or from an impostor, made to stop whoever reads them. */
export const hostileIiko: readonly Attack[] = [
  refused("a text of 2 MB", `"errorDescription":"${"a".repeat(2_000_000)}"`),
  refused("lists nested 3,000 deep", `"more":${"[".repeat(3_000)}${"]".repeat(3_000)}`),
  refused("lists nested 100,000 deep", `"more":${"[".repeat(100_000)}${"]".repeat(100_000)}`),
  refused("200,000 values", `"more":[${"0,".repeat(199_999)}0]`),
];

function refused(what: string, fields: string): Attack {
  return {
    title: `a refusal of iiko with ${what}`,
    expected: "REJECTED, little kept, others served",
    withinMs: PATIENCE_MS + 10_000,
    skip: onlyWithIiko,
    run: async (target) => {
      await planRefusal(target, `{"error":"ProductNotFound","correlationId":null,${fields}}`);
      return fateOf(target, await placeOrder(target));
    },
  };
}

export function onlyWithIiko(target: Target): string | undefined {
  return (
    onlyWithAdminKey(target) ??
    (target.sandboxUrl === undefined ? "SANDBOX_URL is not given" : undefined)
  );
}

/** Sent as text, because JSON.stringify cannot write deeply nested values. */
async function planRefusal(target: Target, body: string): Promise<void> {
  await planFault(
    target,
    `{"path":"${CREATE_PATH}","times":1,"fault":{"kind":"status","status":400,"body":${body}}}`,
  );
}

/** Sets the sandbox's next fault. */
export async function planFault({ sandboxUrl }: Target, fault: string): Promise<void> {
  const {
    ok,
    status,
    body: echo,
  } = await fetch(`${sandboxUrl}/_sandbox/faults`, { method: "POST", body: fault });
  // The sandbox echoes the plan; a connection whose answer nobody reads stays open.
  await echo?.cancel();
  if (!ok) throw new Error(`the sandbox plans no fault: HTTP ${status}`);
}

export async function placeOrder(target: Target): Promise<string> {
  const input = await anOrder(target, { method: "CASH" });
  const { createOrder } = await ask<{ createOrder: { order: { id: string } | null } }>(
    target,
    CREATE,
    { input },
  );
  if (!createOrder.order) throw new Error(`no order: ${JSON.stringify(createOrder)}`);
  return createOrder.order.id;
}

/**
 * How the order's first attempt ended, while a bystander keeps sending requests. How long either
 * takes is not judged.
 */
export async function fateOf(target: Target, id: string): Promise<string> {
  const deadline = performance.now() + PATIENCE_MS;
  let served = true;
  for (;;) {
    served &&= await isServed(target);
    const { order } = await ask<{ order: { injection: Fate } }>(target, FATE, { id });
    const { state, attempts } = order.injection;
    const [first] = attempts;
    if (RECORDED.has(state) && first?.outcome) {
      const little = (first.response?.length ?? 0) < 100_000;
      return `${first.outcome}, ${little ? "little" : "much"} kept, others ${served ? "served" : "refused"}`;
    }
    if (performance.now() > deadline) return `${state} still`;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** A bystander who waits longer than the attack itself counts as not served. */
async function isServed(target: Target): Promise<boolean> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return target.fetch("/livez", { signal }).then(
    ({ status }) => status === 200,
    () => false,
  );
}

export async function ask<Data>(target: Target, query: string, variables: object): Promise<Data> {
  const { text } = await target.ask(query, variables, target.asAdmin());
  const { data } = JSON.parse(text) as { data?: Data };
  if (!data) throw new Error(text.slice(0, 200));
  return data;
}
