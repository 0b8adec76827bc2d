/** Below which all addresses of the console are. */
const BASE = "/console";

export const ROOMS = [
  "now",
  "orders",
  "catalogue",
  "money",
  "promotions",
  "branches",
  "people",
  "jobs",
  "api",
] as const;

export type Room = (typeof ROOMS)[number];

/** What the address bar says, taken apart. */
export interface Address {
  readonly room: Room;
  /** What comes after the room: an order's number, for example. */
  readonly rest: readonly string[];
  readonly query: URLSearchParams;
}

export function addressOf(pathname: string, search: string): Address {
  const [first = "", ...rest] = pathname.slice(BASE.length).split("/").filter(Boolean);
  const room = ROOMS.find((one) => one === first) ?? "now";
  return { room, rest: rest.map(decodeURIComponent), query: new URLSearchParams(search) };
}

/** @param rest what comes after the room @param query left out: none */
export function pathTo(room: Room, rest: readonly string[] = [], query?: URLSearchParams): string {
  const path = [BASE, ...(room === "now" ? [] : [room]), ...rest.map(encodeURIComponent)].join("/");
  const written = query?.toString() ?? "";
  return written === "" ? path : `${path}?${written}`;
}
