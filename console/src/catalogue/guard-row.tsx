import { type Gateway } from "../gateway/gateway";
import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import {
  type ChangeAction,
  type Plan,
  PlanArticles,
  type PlanArticlesAnswer,
  PlanImport,
  PlanPrices,
  type PlanRow,
} from "./operations";
import { type PlanRequest, rememberRequest, requestOf, showPlan } from "./plan-request";
import { type Accepted } from "./use-accepted";

interface Props {
  readonly plan: Plan;
  readonly row: PlanRow;
  readonly accepted: Accepted;
}

/** What looks like a mistake in this row: the user accepts it, or takes the row out of the plan. */
export function GuardRow({ plan, row: { article, name, guards }, accepted }: Props) {
  const { catalogue: words } = useWords();
  const action = useAction();
  const request = requestOf(plan.id);
  const leaveOut = (asked: PlanRequest) =>
    action.run(async (gateway) => {
      const { plan: smaller, userErrors } = await planWithout(gateway, plan, asked, article);
      if (smaller) showPlan(smaller.id);
      return { userErrors };
    });
  return (
    <tr className="guard">
      <td colSpan={3}>
        <div className="row">
          <label>
            <input
              className="tick"
              type="checkbox"
              value={guards.join()}
              aria-label={words.acceptRow(name ?? article)}
              checked={accepted.has(article)}
              onChange={({ target }) => accepted.accept(article, target.checked)}
            />
            <span>
              <span className="red">{guards.map((guard) => words.guards[guard]).join(" ")}</span>{" "}
              <span className="soft">{words.guardQuestion}</span>
            </span>
          </label>
          {request && (
            <Button small isPending={action.isRunning} onPress={() => leaveOut(request)}>
              {words.leaveOut}
            </Button>
          )}
        </div>
        <Outcome of={action} />
      </td>
    </tr>
  );
}

/** Requests the same plan again without one article. */
async function planWithout(gateway: Gateway, plan: Plan, request: PlanRequest, article: string) {
  const others = (articles: readonly string[]) => articles.filter((one) => one !== article);
  if (request.kind === "IMPORT_SECTION") {
    const input = { ...request.input, articles: others(request.input.articles) };
    const { importSection } = await gateway.ask(PlanImport, { input });
    if (importSection.plan) rememberRequest(importSection.plan.id, { kind: request.kind, input });
    return importSection;
  }
  const changed = [
    ...(await articlesOf(gateway, plan.id, "UPDATE")),
    ...(await articlesOf(gateway, plan.id, "REMOVE")),
  ];
  const input = { ...request.input, articles: others(changed) };
  const { syncPrices } = await gateway.ask(PlanPrices, { input });
  if (syncPrices.plan) rememberRequest(syncPrices.plan.id, { kind: request.kind, input });
  return syncPrices;
}

async function articlesOf(gateway: Gateway, id: string, action: ChangeAction): Promise<string[]> {
  const articles: string[] = [];
  let after: string | null = null;
  do {
    const { cataloguePlan }: PlanArticlesAnswer = await gateway.ask(PlanArticles, {
      id,
      action,
      after,
    });
    articles.push(...(cataloguePlan?.changes.nodes.map(({ article }) => article) ?? []));
    after = cataloguePlan?.changes.pageInfo.hasNextPage
      ? cataloguePlan.changes.pageInfo.endCursor
      : null;
  } while (after !== null);
  return articles;
}
