import { useEffect, useRef, useState } from "react";

import { useWords } from "../language/language";
import { AskDialog } from "../parts/ask-dialog";
import { Button } from "../parts/button";
import { pathTo, ROOMS } from "../routing/address";
import { go } from "../routing/use-address";
import { useScopedQuery } from "../session/scope";
import { isFree, letterOf, ROOM_KEYS, roomOfKey, stepRow } from "./keys";

/** How long a room can be chosen after «g». */
const CHOOSE_MS = 2_000;

/**
 * Keys of the whole console: `g` and a letter go to a room, `j` and `k` move from row to row, `?`
 * lists them. Screen reader users are told what `g` waits for.
 */
export function Keyboard() {
  const { keyboard: words, shell } = useWords();
  const [isListed, setIsListed] = useState(false);
  const isChoosing = useKeys(() => setIsListed(true));
  const rooms = ROOMS.map((room) => `${letterOf(ROOM_KEYS[room])} ${shell.rooms[room]}`);
  return (
    <>
      <div className="vh" role="status">
        {isChoosing && words.choose(rooms.join(", "))}
      </div>
      {isListed && <KeyList onClose={() => setIsListed(false)} />}
    </>
  );
}

/** @returns whether «g» is waiting for a room */
function useKeys(list: () => void): boolean {
  const [isChoosing, setIsChoosing] = useState(false);
  const query = useScopedQuery();
  const press = useRef<(event: KeyboardEvent) => void>(undefined);
  press.current = (event) => {
    if (!isFree(event)) return;
    const room = isChoosing ? roomOfKey(event.code) : undefined;
    setIsChoosing(!isChoosing && event.code === "KeyG");
    if (room) go(pathTo(room, [], query));
    else if (event.key === "?" || (event.code === "Slash" && event.shiftKey)) list();
    else if (event.code === "KeyJ") stepRow(1);
    else if (event.code === "KeyK") stepRow(-1);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press.current?.(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  useEffect(() => {
    if (!isChoosing) return undefined;
    const timer = setTimeout(setIsChoosing, CHOOSE_MS, false);
    return () => clearTimeout(timer);
  }, [isChoosing]);
  return isChoosing;
}

function KeyList({ onClose }: { onClose: () => void }) {
  const { keyboard: words, parts } = useWords();
  return (
    <AskDialog title={words.title} onClose={onClose}>
      <Keys />
      <div className="row">
        <Button autoFocus onPress={onClose}>
          {parts.close}
        </Button>
      </div>
    </AskDialog>
  );
}

function Keys() {
  const { keyboard: words, shell } = useWords();
  const rooms = ROOMS.map((room) => [["G", letterOf(ROOM_KEYS[room])], shell.rooms[room]] as const);
  const others = [
    [["J"], words.next],
    [["K"], words.previous],
    [["/"], words.search],
    [["Esc"], words.leave],
    [["?"], words.list],
  ] as const;
  return (
    <dl className="keys">
      {[...rooms, ...others].map(([keys, what]) => (
        <div key={what}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  );
}
