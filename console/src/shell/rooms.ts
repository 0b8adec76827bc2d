import { type IconName } from "../parts/icon";
import { type Room, ROOMS } from "../routing/address";

export const ROOM_ICONS: Record<Room, IconName> = {
  now: "now",
  orders: "orders",
  catalogue: "catalogue",
  money: "money",
  promotions: "gift",
  branches: "branch",
  people: "people",
  jobs: "jobs",
  api: "api",
};

/** Shown in the bar at the bottom of a phone's screen; the others are behind «more». */
export const ROOMS_AT_HAND: readonly Room[] = ["now", "orders", "catalogue", "money"];

export const OTHER_ROOMS = ROOMS.filter((room) => !ROOMS_AT_HAND.includes(room));
