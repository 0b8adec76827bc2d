import { type Attack } from "./attack";
import { ask, fateOf, onlyWithIiko, placeOrder, planFault } from "./hostile-iiko";
import { type Target } from "./target";

const CREATE_PATH = "/api/1/deliveries/create";
const KEYS = "{ posKeys { state } }";

/** iiko's texts for a key that needs a person to fix it. */
const VERDICTS = [
  "Apilogin has been blocked",
  "ApiLogin is inactive",
  "Login x is not authorized.",
  "Apilogin's license for using the Cloud API has expired",
];

/** A refusal that quotes what a guest wrote: the key of all branches must keep working. */
function quotedBy(status: number, text: string): Attack {
  return {
    title: `a refusal (${status}) of an order that quotes «${text}»`,
    expected: "the key works",
    withinMs: 100_000,
    skip: onlyWithIiko,
    run: async (target) => {
      const body = { errorDescription: text, error: "STREET_NOT_FOUND", correlationId: null };
      await planFault(
        target,
        JSON.stringify({ path: CREATE_PATH, times: 1, fault: { kind: "status", status, body } }),
      );
      return stateAfter(target);
    },
  };
}

/** Here the till itself says this about one order, so it says nothing about the key. */
function saidOf(message: string): Attack {
  return {
    title: `a till that refuses one order with «${message}»`,
    expected: "the key works",
    withinMs: 100_000,
    skip: onlyWithIiko,
    run: async (target) => {
      const fault = { kind: "creation-error", code: "Common", message };
      await planFault(target, JSON.stringify({ times: 1, fault }));
      return stateAfter(target);
    },
  };
}

async function stateAfter(target: Target): Promise<string> {
  await fateOf(target, await placeOrder(target));
  const { posKeys } = await ask<{ posKeys: readonly { readonly state: string }[] }>(
    target,
    KEYS,
    {},
  );
  const states = posKeys.map(({ state }) => state);
  return states.includes("STOPPED") ? `keys ${states.join(" ")}` : "the key works";
}

export const wordsAgainstKeys: readonly Attack[] = [
  ...VERDICTS.map((text) => quotedBy(400, `Street '${text}' is not found in the city`)),
  quotedBy(400, VERDICTS[0] ?? ""),
  ...VERDICTS.slice(0, 2).map(saidOf),
];
