import "./promotions.css";

import { useWords } from "../language/language";
import { RoomLink } from "../routing/room-link";
import { useAddress } from "../routing/use-address";
import { BranchChoice, useBranch, useBranchFilter } from "../session/branch-choice";
import { NewPromotion } from "./new-promotion";
import { PromotionList } from "./promotion-list";
import { PromotionPage } from "./promotion-page";

/** Promotions of the gateway: the list, one of them, or a new one, depending on the address. */
export function PromotionsRoom() {
  const { session, shell, promotions: words } = useWords();
  const { rest } = useAddress();
  const { branchId } = useBranch();
  const branch = useBranchFilter();
  const [id] = rest;
  return (
    <section className="room promotions" data-panel="promotions">
      <div className="head">
        <h1>{id === "new" ? words.makeTitle : shell.rooms.promotions}</h1>
        {id === undefined && <BranchChoice />}
        <span className="end row">
          {id === undefined ? (
            <RoomLink to="promotions" rest={["new"]} filters={branch} className="btn main-act">
              {words.make}
            </RoomLink>
          ) : (
            <RoomLink to="promotions" filters={branch} className="btn">
              {words.back}
            </RoomLink>
          )}
        </span>
      </div>
      {branchId === null && <p className="note">{session.noBranch}</p>}
      {branchId !== null && id === undefined && (
        <PromotionList key={branchId} branchId={branchId} />
      )}
      {branchId !== null && id === "new" && <NewPromotion branchId={branchId} />}
      {branchId !== null && id !== undefined && id !== "new" && <PromotionPage key={id} id={id} />}
    </section>
  );
}
