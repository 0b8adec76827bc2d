import { anOrder } from "./an-order";
import { type Attack, onlyWithAdminKey } from "./attack";
import { askAs, heldIf } from "./graphql";
import { amongNeighbours, type Neighbours } from "./neighbours";
import { type Target } from "./target";

const CREATE = `mutation ($input: CreateOrderInput!) {
  createOrder(input: $input) { order { id } replayed userErrors { code } }
}`;
const BY_KEY =
  "query ($k: String!, $b: ID!) { orderByIdempotencyKey(idempotencyKey: $k, branchId: $b) { id } }";

interface Taken {
  readonly createOrder: {
    readonly order: { readonly id: string } | null;
    readonly replayed: boolean;
    readonly userErrors: readonly { readonly code: string }[];
  };
}
interface Input {
  readonly idempotencyKey: string;
}

/** The sender of an order; anonymous when undefined. */
type Sender = (target: Target, neighbours: Neighbours) => string | undefined;

const nobody: Sender = () => undefined;
const guest: Sender = ({ options }) => options.customerToken;
const key: Sender = (_target, { key: own }) => own;
const renewed: Sender = (_target, { renewed: other }) => other;
const admin: Sender = ({ adminApiKey }) => adminApiKey;

async function take(
  target: Target,
  credential: string | undefined,
  input: object,
): Promise<Taken["createOrder"]> {
  const { data, codes } = await askAs<Taken>(target, credential, CREATE, { input });
  if (!data) throw new Error(`no answer: ${codes.join()}`);
  return data.createOrder;
}

function attack(title: string, run: Parameters<typeof amongNeighbours>[2]): Attack {
  const needed = (target: Target) =>
    onlyWithAdminKey(target) ??
    (target.options.customerToken === undefined ? "CUSTOMER_JWT_SECRET is not given" : undefined);
  return { ...amongNeighbours(title, 5_000, run), skip: needed };
}

const aWish = async (target: Target) => (await anOrder(target, { method: "CASH" })) as Input;
const another = (input: Input) => ({ ...input, comment: "another wish" });

/**
 * Someone who guesses a key orders under it first; the owner's order must be accepted all the same.
 */
function squat(who: string, squatter: Sender, whose: string, owner: Sender): Attack {
  return attack(`${whose}'s next idempotency key, taken by ${who}`, async (target, neighbours) => {
    const input = await aWish(target);
    const first = await take(target, squatter(target, neighbours), another(input));
    const own = await take(target, owner(target, neighbours), input);
    return heldIf(Boolean(first.order) && own.order !== null && !own.replayed, [first, own]);
  });
}

/** A repeat is the same order, even if the caller's identity has changed. */
function repeat(from: string, first: Sender, to: string, second: Sender): Attack {
  return attack(
    `one order sent twice, by ${from} and then by ${to}`,
    async (target, neighbours) => {
      const input = await aWish(target);
      const taken = await take(target, first(target, neighbours), input);
      const again = await take(target, second(target, neighbours), input);
      return heldIf(again.replayed && again.order?.id === taken.order?.id, [taken, again]);
    },
  );
}

/** An order of someone else with the same key must not be returned as the caller's own. */
function lookUp(who: string, viewer: Sender): Attack {
  return attack(
    `nobody's order under an equal key, as ${who} looks for its own`,
    async (target, neighbours) => {
      const input = await aWish(target);
      await take(target, renewed(target, neighbours), input);
      const { idempotencyKey } = input;
      const { data } = await askAs<{ orderByIdempotencyKey: object | null }>(
        target,
        viewer(target, neighbours),
        BY_KEY,
        {
          k: idempotencyKey,
          b: target.branchId,
        },
      );
      return heldIf(data?.orderByIdempotencyKey === null, data);
    },
  );
}

/**
 * Idempotency keys of others. Each anonymous or guest order counts against its address, so there
 * are few.
 */
export const foreignKeys: readonly Attack[] = [
  squat("nobody", nobody, "a storefront", key),
  squat("a guest", guest, "a storefront", key),
  squat("a storefront", key, "a guest", guest),
  repeat("a key", key, "nobody", nobody),
  repeat("a key", key, "a guest", guest),
  repeat("a key", key, "the key that replaces it", renewed),
  repeat("a key", key, "the admin", admin),
  lookUp("a guest", guest),
  lookUp("a neighbour's key", (_target, { neighbour }) => neighbour.key),
  attack("other input under the key of the API key before", async (target, neighbours) => {
    const input = await aWish(target);
    await take(target, key(target, neighbours), input);
    const { order, userErrors } = await take(target, renewed(target, neighbours), another(input));
    return heldIf(order === null && userErrors[0]?.code === "IDEMPOTENCY_KEY_REUSED", userErrors);
  }),
  attack("one key with ten inputs at once", async (target, neighbours) => {
    const input = await aWish(target);
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        take(target, key(target, neighbours), { ...input, comment: `wish ${n}` }),
      ),
    );
    return heldIf(all.filter(({ order }) => order !== null).length === 1, all);
  }),
];
