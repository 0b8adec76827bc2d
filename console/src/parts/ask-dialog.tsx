import { type ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

interface Props {
  readonly title: string;
  readonly role?: "alertdialog";
  /** Beside the class of every such dialog. */
  readonly className?: string;
  /** Neither Escape nor a press beside it closes it: its own button does. */
  readonly isFirm?: boolean;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** Stands in front of everything, on a phone as a sheet from below, until it is answered. */
export function AskDialog({ title, className, isFirm = false, children, onClose, role }: Props) {
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable={!isFirm}
      isKeyboardDismissDisabled={isFirm}
      onOpenChange={(isOpen) => isOpen || onClose()}
    >
      <Modal>
        <Dialog
          {...(role && { role })}
          className={className === undefined ? "ask-once" : `ask-once ${className}`}
        >
          <Heading slot="title">{title}</Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
