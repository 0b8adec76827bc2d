import { type PosMenuProduct } from "./pos-menu";

/** ISO 8601. */
type Moment = string;

/** What a menu has recently lost and renumbered. */
export interface MenuDrift {
  /** Products that an earlier menu had and the current one does not. */
  readonly vanished: readonly (PosMenuProduct & { readonly at: Moment })[];
  /** Products whose article has changed. */
  readonly renumbered: readonly (PosMenuProduct & {
    readonly before: string | null;
    readonly at: Moment;
  })[];
}

export const NO_DRIFT: MenuDrift = { vanished: [], renumbered: [] };

const REMEMBERED_MS = 30 * 24 * 3600 * 1000;

/**
 * Returns what happened to a menu's products. A change is remembered for 30 days, or until it is
 * undone: the next price change must not hide that a dish disappeared an hour ago.
 *
 * @param earlier what was remembered while `before` was the current menu
 */
export function menuDrift(
  before: readonly PosMenuProduct[],
  after: readonly PosMenuProduct[],
  earlier: MenuDrift,
  now: Date,
): MenuDrift {
  const at = now.toISOString();
  const current = new Map(after.map((product) => [product.posProductId, product]));
  const isRecent = (change: { readonly at: Moment }) =>
    now.getTime() - Date.parse(change.at) < REMEMBERED_MS;
  const isGone = ({ posProductId }: PosMenuProduct) => !current.has(posProductId);
  const vanished = [
    ...earlier.vanished.filter(isRecent),
    ...before.map((product) => ({ ...product, at })),
  ];

  const changes = new Map(
    earlier.renumbered.filter(isRecent).map((change) => [change.posProductId, change]),
  );
  for (const { posProductId, article } of before) {
    const product = current.get(posProductId);
    if (!product || product.article === article) continue;
    const first = changes.get(posProductId);
    changes.set(posProductId, { ...product, before: first ? first.before : article, at });
  }
  const isUndone = ({ article, before: first }: MenuDrift["renumbered"][number]) =>
    article === first;
  const renumbered = [...changes.values()].filter((change) => !isGone(change) && !isUndone(change));
  return { vanished: vanished.filter(isGone), renumbered };
}

/** Returns how many products of `before` are missing in `after`. */
export function lostCount(
  before: readonly PosMenuProduct[],
  after: readonly PosMenuProduct[],
): number {
  const current = new Set(after.map(({ posProductId }) => posProductId));
  return before.filter(({ posProductId }) => !current.has(posProductId)).length;
}
