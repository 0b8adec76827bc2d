import { type ReactNode } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";

interface Props {
  readonly title: string;
  readonly role?: "alertdialog";
  /** Added to the class that all such dialogs have. */
  readonly className?: string;
  /** Neither Escape nor a press outside closes it, only its own button. */
  readonly isFirm?: boolean;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** Appears in front of everything, on a phone as a sheet from below, until it is answered. */
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
