import { type OrderEventRow } from "../entities/orders/order-event-row";
import { LiveStream } from "./live-stream";
import { type EventSource, type OpenReads, type SharedReads } from "./shared-reads";

/**
 * Events as a stream: everything after a place, then what happens live. The rows are the only
 * source; the feed merely says when to look again, so nothing is missed or repeated between replay
 * and live, after a lost notification or across processes. Each stream keeps a place of its own;
 * streams at the same place share the reading.
 */
export class EventStream<Place> extends LiveStream<OrderEventRow> {
  private readonly reads: OpenReads<Place>;

  /**
   * @param wanted events that are not wanted are passed over, but never that a history begins anew
   * @param first is shown before everything else
   * @param isOver asked with every look: nothing more may be told
   */
  constructor(
    source: EventSource<Place>,
    reads: SharedReads,
    private place: Place,
    private readonly wanted: (event: OrderEventRow) => boolean = () => true,
    first?: OrderEventRow,
    private readonly isOver?: () => Promise<boolean>,
  ) {
    super(first && isTold(first, wanted) ? [first] : []);
    this.reads = reads.open(source, () => this.lookAgain());
  }

  protected async look(): Promise<readonly OrderEventRow[] | undefined> {
    const { events, place, more } = await this.reads.after(this.place);
    if (await this.isOver?.()) return undefined;
    this.place = place;
    if (more === "now") this.lookAgain();
    return events.filter((event) => isTold(event, this.wanted));
  }

  protected close(): void {
    this.reads.close();
  }
}

function isTold(event: OrderEventRow, wanted: (event: OrderEventRow) => boolean): boolean {
  return event.startsAfter !== undefined || wanted(event);
}
