import { ApiRoom } from "../api/api-room";
import { lazy, Suspense } from "react";
import { JobsPanel } from "../jobs/jobs-panel";
import { useWords } from "../language/language";
import { NowRoom } from "../now/now-room";
import { MoneyRoom } from "../money/money-room";
import { OrdersRoom } from "../orders/orders-room";
import { EmptyState } from "../parts/empty-state";
import { Skeleton } from "../parts/skeleton";
import { type Room } from "../routing/address";
import { RoomLink } from "../routing/room-link";
import { SetUpPanel } from "../set-up/set-up-panel";

/** Loaded when it is opened: who works off orders seldom looks at the menu. */
const CatalogueRoom = lazy(async () => {
  const { CatalogueRoom: Catalogue } = await import("../catalogue/catalogue-room");
  return { default: Catalogue };
});

/** What each room holds. */
export function RoomContent({ room }: { room: Room }) {
  const { shell } = useWords();
  switch (room) {
    case "now":
      return <NowRoom />;
    case "orders":
      return <OrdersRoom />;
    case "catalogue":
      return (
        <Suspense fallback={<Skeleton rows={8} label={shell.loading} />}>
          <CatalogueRoom />
        </Suspense>
      );
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
