import { useAction } from "../gateway/use-action";
import { useLanguage, useWords } from "../language/language";
import { AskedOnce } from "../parts/asked-once";
import { Outcome } from "../parts/outcome";
import { type CatalogueAnswer, RefreshMenu } from "./operations";

interface Props {
  readonly branchId: string;
  readonly menu: CatalogueAnswer["posMenu"];
  readonly onRefreshed: () => void;
}

/**
 * The POS's menu as last read, and reading it now: that changes nothing in the catalogue, so it is
 * not asked about.
 */
export function MenuState({ branchId, menu, onRefreshed }: Props) {
  const { catalogue: words } = useWords();
  const { language } = useLanguage();
  const action = useAction(onRefreshed);
  const refresh = (acceptShrunken: boolean) =>
    action.run(
      async (gateway) =>
        (await gateway.ask(RefreshMenu, { branchId, acceptShrunken })).refreshPosMenu,
    );
  return (
    <div className="card">
      <div className="row">
        <span>
          {menu
            ? words.refreshedAt(new Date(menu.refreshedAt).toLocaleString(language))
            : words.neverRefreshed}
        </span>
        <button type="button" disabled={action.isRunning} onClick={() => refresh(false)}>
          {action.isRunning ? words.refreshing : words.refresh}
        </button>
      </div>
      {menu?.lastError && <p className="note warn">{words.notRefreshed(menu.lastError)}</p>}
      {menu?.heldBack && (
        <div className="actions">
          <p className="note warn">
            {words.heldBack(menu.heldBack.lostCount, menu.heldBack.productCount)}
          </p>
          <AskedOnce
            label={words.acceptShrunken}
            question={words.acceptShrunkenQuestion}
            disabled={action.isRunning}
            onYes={() => refresh(true)}
          />
        </div>
      )}
      <Outcome of={action} />
    </div>
  );
}
