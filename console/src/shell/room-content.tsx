import { type ComponentType, lazy, Suspense } from "react";

import { ApiRoom } from "../api/api-room";
import { useWords } from "../language/language";
import { MoneyRoom } from "../money/money-room";
import { NowRoom } from "../now/now-room";
import { OrdersRoom } from "../orders/orders-room";
import { Skeleton } from "../parts/skeleton";
import { type Room } from "../routing/address";

const BranchesRoom = lazy(async () => ({
  default: (await import("../branches/branches-room")).BranchesRoom,
}));
const JobsRoom = lazy(async () => ({
  default: (await import("../jobs/jobs-room")).JobsRoom,
}));
const PromotionsRoom = lazy(async () => ({
  default: (await import("../promotions/promotions-room")).PromotionsRoom,
}));
const PeopleRoom = lazy(async () => ({
  default: (await import("../people/people-room")).PeopleRoom,
}));

const CatalogueRoom = lazy(async () => ({
  default: (await import("../catalogue/catalogue-room")).CatalogueRoom,
}));

/** The content of each room. */
export function RoomContent({ room }: { room: Room }) {
  switch (room) {
    case "now":
      return <NowRoom />;
    case "orders":
      return <OrdersRoom />;
    case "catalogue":
      return <Later of={CatalogueRoom} />;
    case "branches":
      return <Later of={BranchesRoom} />;
    case "jobs":
      return <Later of={JobsRoom} />;
    case "api":
      return <ApiRoom />;
    case "money":
      return <MoneyRoom />;
    case "promotions":
      return <Later of={PromotionsRoom} />;
    case "people":
      return <Later of={PeopleRoom} />;
  }
}

/** Loads a room that most visits do not need only when it is opened. */
function Later({ of: Content }: { of: ComponentType }) {
  const { shell } = useWords();
  return (
    <Suspense fallback={<Skeleton rows={6} label={shell.loading} />}>
      <Content />
    </Suspense>
  );
}
