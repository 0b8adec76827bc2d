import { useWords } from "../language/language";
import { Count } from "../parts/badge";
import { type Room } from "../routing/address";
import { useCounts } from "./counts";

/** How much waits in a room; red when it waits for a person now. */
export function RoomCount({ room }: { room: Room }) {
  const { shell } = useWords();
  const { counts } = useCounts();
  const howMany = counts[room] ?? 0;
  if (howMany === 0) return null;
  return (
    <>
      <Count of={howMany} heat={room === "now" ? "hot" : "warm"} />
      <span className="vh">, {shell.waitForPerson(howMany)}</span>
    </>
  );
}
