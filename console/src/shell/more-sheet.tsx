import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

import { useWords } from "../language/language";
import { Icon } from "../parts/icon";
import { type Room } from "../routing/address";
import { RoomLink } from "../routing/room-link";
import { Preferences } from "./preferences";
import { OTHER_ROOMS, ROOM_ICONS } from "./rooms";

/** On a phone: the rooms that do not fit in the bar, language, colours and signing out. */
export function MoreSheet({ here }: { here: Room }) {
  const { shell } = useWords();
  const isHere = OTHER_ROOMS.includes(here);
  return (
    <DialogTrigger>
      <Button {...(isHere && { "data-here": true })}>
        <Icon name="menu" />
        {shell.more}
      </Button>
      <ModalOverlay className="scrim" isDismissable>
        <Modal>
          <Dialog className="sheet" aria-label={shell.more}>
            {({ close }) => (
              <>
                {OTHER_ROOMS.map((room) => (
                  <RoomLink
                    key={room}
                    to={room}
                    className="opt-b"
                    aria-current={room === here ? "page" : undefined}
                    onClick={close}
                  >
                    <Icon name={ROOM_ICONS[room]} />
                    {shell.rooms[room]}
                  </RoomLink>
                ))}
                <Preferences />
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
