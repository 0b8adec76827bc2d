import { ApiRoom } from "../api/api-room";
import { CataloguePanel } from "../catalogue/catalogue-panel";
import { JobsPanel } from "../jobs/jobs-panel";
import { useWords } from "../language/language";
import { NowRoom } from "../now/now-room";
import { MoneyRoom } from "../money/money-room";
import { OrdersRoom } from "../orders/orders-room";
import { EmptyState } from "../parts/empty-state";
import { type Room } from "../routing/address";
import { RoomLink } from "../routing/room-link";
import { SetUpPanel } from "../set-up/set-up-panel";

/** What each room holds. */
export function RoomContent({ room }: { room: Room }) {
  switch (room) {
    case "now":
      return <NowRoom />;
    case "orders":
      return <OrdersRoom />;
    case "catalogue":
      return <CataloguePanel />;
    case "branches":
      return <SetUpPanel />;
    case "jobs":
      return <JobsPanel />;
    case "api":
      return <ApiRoom />;
    case "money":
      return <MoneyRoom />;
    case "people":
      return <RoomToCome room={room} />;
  }
}

/** Says what is missing and where it can be done meanwhile. */
function RoomToCome({ room }: { room: "people" }) {
  const { shell } = useWords();
  const { title, what, open } = shell[room];
  return (
    <>
      <div className="head">
        <h1>{shell.rooms[room]}</h1>
      </div>
      <EmptyState
        picture="begin"
        title={title}
        acts={
          <RoomLink to="api" className="btn">
            {open}
          </RoomLink>
        }
      >
        {what}
      </EmptyState>
    </>
  );
}
