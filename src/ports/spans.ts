/**
 * Traces, for anyone investigating where an order's time went. Everything that happens to one order
 * is one trace, in all processes: its trace id is the order's id without the dashes.
 */
export interface Spans {
  /** Runs the work as a span of the order's trace. */
  ofOrder<T>(orderId: string, name: string, work: () => Promise<T>): Promise<T>;
  /** Records something that has just ended as a span of the order's trace. */
  pastOfOrder(orderId: string, name: string, startedAt: Date): void;
  /** Runs the work as a span of the current trace, or without a span if there is none. */
  within<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** Used where traces are not collected. */
export const NO_SPANS: Spans = {
  ofOrder: (_orderId, _name, work) => work(),
  pastOfOrder: () => undefined,
  within: (_name, work) => work(),
};
