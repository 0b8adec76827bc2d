import { InvalidInput } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type PosLoyaltyTransaction } from "../../ports/pos/pos-loyalty";
import {
  type AskForPoints,
  type ListPoints,
  type PointsPage,
} from "../../services/loyalty/list-points";
import { type LoyaltyStatement } from "../../services/loyalty/read-loyalty";
import { type PosConnections } from "../../services/pos/pos-connections";
import { perRequest } from "../per-request";

/** One of our pages may begin on one POS page and end on the next. */
const MOST_PAGES = 2;

type Pages = Map<string, Promise<PosLoyaltyTransaction[]>>;

/**
 * Loads guests' transactions for one request: one position in the list of each guest and
 * organization, under any number of aliases.
 */
export class PointsLoader {
  private readonly request = perRequest(() => ({
    now: this.clock.now(),
    pages: new Map<string, Pages>(),
  }));

  constructor(
    private readonly listPoints: ListPoints,
    private readonly connections: PosConnections,
    private readonly clock: Clock,
  ) {}

  /**
   * Works like {ListPoints}.
   *
   * @throws {InvalidInput} if the request has already asked for other pages of the list
   */
  load(
    context: object,
    statement: LoyaltyStatement,
    first: number,
    after: string | null,
  ): Promise<PointsPage> {
    const { now, pages } = this.request(context);
    const { branch, settings } = statement.connection;
    const account = `${this.connections.access(settings).id} ${branch.organizationId} ${statement.customerId}`;
    const asked: Pages = pages.get(account) ?? new Map<string, Promise<PosLoyaltyTransaction[]>>();
    pages.set(account, asked);
    const ask: AskForPoints = (of, place) => {
      const key = `${place.to.getTime()} ${place.page}`;
      const known = asked.get(key);
      if (known) return known;
      if (asked.size >= MOST_PAGES) {
        throw new InvalidInput({
          en: "One request reads one page of a guest's transactions: ask for others in requests of their own",
          ru: "Один запрос читает одну страницу операций гостя: остальные запрашивайте отдельно",
        });
      }
      const rows = this.listPoints.askPos(of, place);
      asked.set(key, rows);
      return rows;
    };
    return this.listPoints.execute(statement, first, after, { ask, now });
  }
}
