import { type PlacedOrder } from "./storefront";

/**
 * Several orders may have been sent in one message, whose links then say which order they belong
 * to.
 */
export function linkIn(text: string, { number }: PlacedOrder, label: string): string {
  const own = new RegExp(`№ ${number}: ${label}:\\s+(\\S+)`).exec(text);
  return (own ?? new RegExp(`${label}:\\s+(\\S+)`).exec(text))![1]!;
}

export function about<T extends { text: string }>(
  order: PlacedOrder,
  messages: readonly T[],
): T[] | undefined {
  const found = messages.filter(({ text }) => text.includes(`№ ${order.number} `));
  return found.length > 0 ? found : undefined;
}
