import { useState } from "react";

import { useAction } from "../gateway/use-action";
import { useWords } from "../language/language";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { Outcome } from "../parts/outcome";
import { Question } from "../parts/question";
import { useAge } from "../parts/use-age";
import { useMoment } from "../parts/use-moment";
import { useNow } from "../shell/use-clock";
import { type CatalogueHeadAnswer, RefreshMenu } from "./operations";
import { PricesButton } from "./prices-button";

interface Props {
  readonly branchId: string;
  readonly menu: CatalogueHeadAnswer["posMenu"] | undefined;
  readonly onRead: () => void;
}

/**
 * How old iiko's menu is, a button to read it now, and one to compare prices, which reads it first.
 */
export function MenuHead({ branchId, menu, onRead }: Props) {
  const { catalogue: words } = useWords();
  const refresh = useRefresh(branchId, onRead);
  return (
    <>
      <span className="soft small">
        {menu && <ReadAt at={menu.refreshedAt} />}
        {menu === null && words.neverRefreshed}
      </span>
      <span className="end row">
        <Button icon="refresh" isPending={refresh.isRunning} onPress={() => refresh.read(false)}>
          {refresh.isRunning ? words.refreshing : words.refresh}
        </Button>
        {menu && <PricesButton branchId={branchId} onRead={onRead} />}
      </span>
      <div className="outcome">
        <Outcome of={refresh} />
      </div>
    </>
  );
}

function ReadAt({ at }: { at: string }) {
  const { catalogue: words } = useWords();
  const moment = useMoment(undefined, "short");
  const age = useAge();
  const now = useNow(10_000);
  return <>{words.refreshedAt(moment(at), age(Math.max(0, now - Date.parse(at))))}</>;
}

/**
 * Banners for a menu that could not be read, and for one that lost so much that it waits for a
 * decision.
 */
export function MenuBanners({ branchId, menu, onRead }: Props) {
  const { catalogue: words } = useWords();
  const refresh = useRefresh(branchId, onRead);
  return (
    <>
      {menu?.lastError && (
        <Banner tone="amber" icon="warn" lead={words.notRefreshed}>
          {menu.lastError}
        </Banner>
      )}
      {menu?.heldBack && (
        <Banner
          tone="amber"
          icon="pause"
          lead={words.heldBackLead(menu.heldBack.lostCount)}
          act={<TakeButton isRunning={refresh.isRunning} onTake={() => refresh.read(true)} />}
        >
          {words.heldBack(menu.heldBack.productCount)}
        </Banner>
      )}
      <Outcome of={refresh} />
    </>
  );
}

function TakeButton({ isRunning, onTake }: { isRunning: boolean; onTake: () => void }) {
  const { catalogue: words } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const take = () => {
    setIsAsking(false);
    onTake();
  };
  return (
    <>
      <Button isPending={isRunning} onPress={() => setIsAsking(true)}>
        {words.acceptShrunken}
      </Button>
      {isAsking && (
        <Question
          title={words.acceptShrunkenTitle}
          consequence={words.acceptShrunkenQuestion}
          no={words.keepMenu}
          yes={words.acceptShrunkenYes}
          isDangerous
          onNo={() => setIsAsking(false)}
          onYes={take}
        />
      )}
    </>
  );
}

function useRefresh(branchId: string, onRead: () => void) {
  const { isRunning, failure, userErrors, run } = useAction(onRead);
  const read = (acceptShrunken: boolean) =>
    run(async (gateway) => {
      const { refreshPosMenu } = await gateway.ask(RefreshMenu, { branchId, acceptShrunken });
      // The banner asks about a menu that is held back until it is accepted.
      return {
        userErrors: refreshPosMenu.userErrors.filter(({ code }) => code !== "MENU_HELD_BACK"),
      };
    });
  return { isRunning, failure, userErrors, read };
}
