import { type Room } from "../routing/address";
import { RoomLink } from "../routing/room-link";
import { useBranchFilter } from "../session/branch-choice";
import { Count } from "./badge";

interface Tab {
  /** The part of the address after the room. */
  readonly name: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly isWarm?: boolean;
}

interface Props {
  readonly room: Room;
  readonly label: string;
  readonly here: string;
  readonly among: readonly Tab[];
}

/** Parts of a room, each with its own address. */
export function Tabs({ room, label, here, among }: Props) {
  const filters = useBranchFilter();
  return (
    <nav className="tabs" aria-label={label}>
      {among.map(({ name, label: text, count = 0, isWarm = false }) => (
        <RoomLink
          key={name}
          to={room}
          rest={[name]}
          filters={filters}
          aria-current={name === here ? "page" : undefined}
        >
          {text}
          <Count of={count} {...(isWarm && { heat: "warm" as const })} />
        </RoomLink>
      ))}
    </nav>
  );
}
