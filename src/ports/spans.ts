/**
 * Traces, for whoever looks for where an order's time went. All that happens to one order is one
 * trace, in all processes: its trace id is the order's id without the dashes.
 */
export interface Spans {
  /** Does the work as a span of the order's trace. */
  ofOrder<T>(orderId: string, name: string, work: () => Promise<T>): Promise<T>;
  /** Notes as a span of the order's trace what has just ended. */
  pastOfOrder(orderId: string, name: string, startedAt: Date): void;
  /** Does the work as a span of whatever is being traced; as nothing where nothing is. */
  within<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Where nobody collects traces. */
export const NO_SPANS: Spans = {
  ofOrder: (_orderId, _name, work) => work(),
  pastOfOrder: () => undefined,
  within: (_name, work) => work(),
};
