import { anOrder } from "./an-order";
import { type Answer, type Target } from "./target";

const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id } userErrors { code field } }
}`;
const SAVE = `mutation ($id: ID!, $version: Int!, $guestOrders: GuestOrdersInput) {
  saveBranchSettings(branchId: $id, expectedVersion: $version, input: { guestOrders: $guestOrders }, verify: false) {
    userErrors { code }
  }
}`;
const CHALLENGE = `mutation ($branchId: ID!) {
  createOrderChallenge(branchId: $branchId) { challenge { token bits } userErrors { code } }
}`;
/** Longer than an address has to wait until it may order again. */
const MOST_TRIES = 20;

export interface Challenge {
  readonly token: string;
  readonly bits: number;
}

export function orderOverSocket(target: Target, input: object): Promise<string> {
  return target.session().then(async (session) => {
    const text = await session.answer(CREATE, { input });
    session.close();
    return verdictOf(text);
  });
}

/** As patient as a person, because an address's allowance is restored. */
export async function placeOrder(
  target: Target,
  input: object,
  headers: Record<string, string> = {},
): Promise<string> {
  return verdictOf((await patiently(() => target.ask(CREATE, { input }, headers))).text);
}

export async function askForChallenge(target: Target, branchId = target.branchId): Promise<Answer> {
  return patiently(() => target.ask(CHALLENGE, { branchId }));
}

export async function challengeOf(target: Target): Promise<Challenge> {
  const { text } = await askForChallenge(target);
  const { data } = JSON.parse(text) as { data: { createOrderChallenge: { challenge: Challenge } } };
  return data.createOrderChallenge.challenge;
}

async function patiently(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask();
    if (answer.status !== 429 || tries === MOST_TRIES) return answer;
    await new Promise((resolve) =>
      setTimeout(resolve, 1_000 * Number(answer.headers.get("retry-after") ?? 1)),
    );
  }
}

/** "taken", or the sorted codes of what is wrong with the order. */
function verdictOf(text: string): string {
  if (text.includes('"order":{')) return "taken";
  const codes = [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code);
  return [...new Set(codes)].sort().join(" ");
}

/** Input of a valid order from a phone number that nobody has ordered with. */
export async function orderOfStranger(
  target: Target,
): Promise<{ customer: { name: string; phone: string } }> {
  const phone = `+7900${String(Math.floor(Math.random() * 1e7)).padStart(7, "0")}`;
  return { ...(await anOrder(target, { method: "CASH" })), customer: { name: "Attack", phone } };
}

/**
 * Runs `act` with these limits on unproven guests' orders in the branch, and restores the settings
 * afterwards.
 */
export async function whileBranchSays<T>(
  target: Target,
  guestOrders: object,
  act: () => Promise<T>,
): Promise<T> {
  await save(target, guestOrders);
  return act().finally(() => save(target, null));
}

async function save(target: Target, guestOrders: object | null): Promise<void> {
  const { text } = await target.ask("query ($id: ID!) { branch(id: $id) { version } }", {
    id: target.branchId,
  });
  const version = Number(/"version":(\d+)/.exec(text)?.[1]);
  const saved = await target.ask(
    SAVE,
    { id: target.branchId, version, guestOrders },
    target.asAdmin(),
  );
  if (saved.text.includes('"code"')) throw new Error(saved.text.slice(0, 200));
}
