import { useEffect, useRef } from "react";

import { Calls } from "../calls/calls";
import { useFavicon } from "../calls/use-favicon";
import { Keyboard } from "../keyboard/keyboard";
import { useWords } from "../language/language";
import { useAddress } from "../routing/use-address";
import { useSession } from "../session/session";
import { SignIn } from "../session/sign-in";
import { useCounts } from "./counts";
import { Navigation, TabBar } from "./navigation";
import { OfflineBanner } from "./offline-banner";
import { RoomContent } from "./room-content";
import { TopBar } from "./top-bar";
import { useAway } from "./use-away";

/** Navigation, the bar above every room, and the room in the address. */
export function Frame() {
  const { shell } = useWords();
  const { room } = useAddress();
  const { branches, isEntering } = useSession();
  const { counts } = useCounts();
  const main = useRef<HTMLElement>(null);
  const waiting = counts.now ?? 0;
  const first = useRef(true);
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ""}${shell.rooms[room]} · ${shell.brand}`;
  }, [waiting, shell, room]);
  useEffect(() => {
    // Moving the focus tells screen reader users where they are now; on the first visit the browser
    // does that.
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
  }, [room]);
  useFavicon(waiting > 0);
  useAway();
  const isOpen = branches !== null || room === "api";
  return (
    <>
      <a className="skip" href="#main">
        {shell.skip}
      </a>
      <div className="app" data-room={room}>
        <Navigation here={room} />
        <div className="beside-nav">
          <TopBar />
          <main className="main" id="main" tabIndex={-1} ref={main}>
            <OfflineBanner />
            {isOpen ? <RoomContent room={room} /> : !isEntering && <SignIn />}
          </main>
        </div>
      </div>
      <TabBar here={room} />
      {branches !== null && <Calls />}
      {branches !== null && <Keyboard />}
    </>
  );
}
