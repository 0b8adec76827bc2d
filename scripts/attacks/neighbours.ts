import { randomUUID } from "node:crypto";

import { type Attack, onlyWithAdminKey } from "./attack";
import { askAs, HELD } from "./graphql";
import { type Target } from "./target";

/** Two brands on one gateway, each with its own keys. */
export interface Neighbours {
  /** The key of the attacked branch, and the key that replaces it. */
  readonly key: string;
  readonly renewed: string;
  readonly neighbour: { readonly branchId: string; readonly key: string };
}

const known = new WeakMap<Target, Promise<Neighbours>>();

/** Created on first use; requires the admin key. */
function neighboursOf(target: Target): Promise<Neighbours> {
  const made = known.get(target) ?? make(target);
  known.set(target, made);
  return made;
}

/** An attack between the two brands; requires the admin key. */
export function amongNeighbours(
  title: string,
  withinMs: number,
  run: (target: Target, neighbours: Neighbours) => Promise<string>,
): Attack {
  return {
    title,
    expected: HELD,
    withinMs,
    skip: onlyWithAdminKey,
    run: async (target) => run(target, await neighboursOf(target)),
  };
}

async function make(target: Target): Promise<Neighbours> {
  const create = `mutation { createBranch(input: { name: "Neighbour ${randomUUID()}", timeZone: "Europe/Moscow" }) { branch { id } } }`;
  const { data } = await askAs<{ createBranch: { branch: { id: string } } }>(
    target,
    target.adminApiKey,
    create,
  );
  if (!data) throw new Error("The neighbour's branch was not made");
  const branchId = data.createBranch.branch.id;
  return {
    key: await keyOf(target, target.branchId),
    renewed: await keyOf(target, target.branchId),
    neighbour: { branchId, key: await keyOf(target, branchId) },
  };
}

async function keyOf(target: Target, branchId: string): Promise<string> {
  const create =
    'mutation ($b: ID!) { createApiKey(input: { label: "attack", scope: OPERATOR, branchIds: [$b] }) { secret } }';
  const { data } = await askAs<{ createApiKey: { secret: string } }>(
    target,
    target.adminApiKey,
    create,
    {
      b: branchId,
    },
  );
  if (!data) throw new Error("The key was not made");
  return data.createApiKey.secret;
}
