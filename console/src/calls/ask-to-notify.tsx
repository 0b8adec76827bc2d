import { useState } from "react";

import { useWords } from "../language/language";
import { useWaiting } from "../now/waiting";
import { Banner } from "../parts/banner";
import { Button } from "../parts/button";
import { mayAskToNotify } from "./notices";

const STORED_ANSWER = "console:asked-to-notify";

/** Asks inside the page, and not before the first order that needed a person. */
export function AskToNotify() {
  const { now: words } = useWords();
  const { total } = useWaiting();
  const [isAnswered, setIsAnswered] = useState(() => localStorage.getItem(STORED_ANSWER) !== null);
  if (isAnswered || total === 0 || !mayAskToNotify()) return null;
  const answer = (isWanted: boolean) => {
    localStorage.setItem(STORED_ANSWER, String(isWanted));
    setIsAnswered(true);
    if (isWanted) void Notification.requestPermission();
  };
  const acts = (
    <span className="row">
      <Button small look="main" onPress={() => answer(true)}>
        {words.askYes}
      </Button>
      <Button small onPress={() => answer(false)}>
        {words.askNo}
      </Button>
    </span>
  );
  return (
    <Banner tone="blue" icon="sound" lead={words.askLead} act={acts}>
      {words.askWhat}
    </Banner>
  );
}
