import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

import { useWords } from "../language/language";
import { Icon } from "../parts/icon";
import { OrderSearch } from "../search/order-search";

/** On a phone: the search fills the screen, with the keyboard open. */
export function SearchSheet() {
  const { now: words } = useWords();
  return (
    <DialogTrigger>
      <Button className="btn icon phone-only" aria-label={words.search}>
        <Icon name="search" />
      </Button>
      <ModalOverlay className="scrim" isDismissable>
        <Modal>
          <Dialog className="sheet whole" aria-label={words.search}>
            <OrderSearch autoFocus />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
