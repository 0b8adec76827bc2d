import { letterOf, ROOM_KEYS } from "../keyboard/keys";
import { useWords } from "../language/language";
import { Icon } from "../parts/icon";
import { type Room, ROOMS } from "../routing/address";
import { RoomLink } from "../routing/room-link";
import { Brand } from "./brand";
import { MoreSheet } from "./more-sheet";
import { RoomCount } from "./room-count";
import { ROOM_ICONS, ROOMS_AT_HAND } from "./rooms";

/** On the left; narrow below 1200 px, with the text under the icons. */
export function Navigation({ here }: { here: Room }) {
  const { shell } = useWords();
  return (
    <nav className="nav" aria-label={shell.navigation}>
      <div className="brand">
        <Brand />
        <span>{shell.brand}</span>
      </div>
      {ROOMS.map((room) => (
        <RoomEntry key={room} room={room} here={here} />
      ))}
    </nav>
  );
}

/** At the bottom of a phone's screen. */
export function TabBar({ here }: { here: Room }) {
  const { shell } = useWords();
  return (
    <nav className="tabbar" aria-label={shell.navigation}>
      {ROOMS_AT_HAND.map((room) => (
        <RoomEntry key={room} room={room} here={here} />
      ))}
      <MoreSheet here={here} />
    </nav>
  );
}

function RoomEntry({ room, here }: { room: Room; here: Room }) {
  const { shell } = useWords();
  return (
    <RoomLink
      to={room}
      className={room === "api" ? "last" : undefined}
      aria-current={room === here ? "page" : undefined}
      aria-keyshortcuts={`g ${letterOf(ROOM_KEYS[room]).toLowerCase()}`}
    >
      <Icon name={ROOM_ICONS[room]} />
      <span>{shell.rooms[room]}</span>
      <RoomCount room={room} />
    </RoomLink>
  );
}
