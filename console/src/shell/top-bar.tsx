import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";

import { SoundButton } from "../calls/sound-button";
import { useWords } from "../language/language";
import { Icon } from "../parts/icon";
import { OrderSearch } from "../search/order-search";
import { useSession } from "../session/session";
import { BranchSwitcher } from "./branch-switcher";
import { Preferences } from "./preferences";
import { SearchSheet } from "./search-sheet";

/** Above every room: whose orders are shown, and each user's preferences. */
export function TopBar() {
  const { branches } = useSession();
  return (
    <header className="top">
      <BranchSwitcher />
      {branches === null ? (
        <span className="end" />
      ) : (
        <>
          <OrderSearch />
          <SearchSheet />
          <SoundButton />
        </>
      )}
      <AccountMenu />
    </header>
  );
}

function AccountMenu() {
  const { shell } = useWords();
  return (
    <DialogTrigger>
      <Button className="avatar desk-only" aria-label={shell.account}>
        <Icon name="user" />
      </Button>
      <Popover className="pop" placement="bottom end">
        <Dialog aria-label={shell.account}>
          <Preferences />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
