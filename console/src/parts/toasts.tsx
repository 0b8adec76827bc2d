import { createContext, type ReactNode, useCallback, useContext, useState } from "react";

import { useWords } from "../language/language";
import { Button } from "./button";

/** How long an action can be undone, and how long its toast stays. */
const SHOWN_MS = 10_000;

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly onUndo?: (() => void) | undefined;
  /** Stays until the user closes it. */
  readonly isError?: boolean;
}

type Show = (text: string, more?: Omit<Toast, "id" | "text">) => void;

const ToastContext = createContext<Show | null>(null);

/** Reports what has been done, with «undo» where possible. */
export function useToast(): Show {
  const show = useContext(ToastContext);
  if (!show) throw new Error("There is nowhere to show toasts");
  return show;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const close = useCallback(
    (id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)),
    [],
  );
  const show = useCallback<Show>(
    (text, more) => {
      const id = performance.now();
      setToasts((before) => [...before.slice(-2), { id, text, ...more }]);
      if (more?.isError !== true) setTimeout(close, SHOWN_MS, id);
    },
    [close],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="status">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
      </div>
    </ToastContext>
  );
}

function ToastLine({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const { parts } = useWords();
  const undo = () => {
    toast.onUndo?.();
    onClose();
  };
  return (
    <div className="toast">
      <span>{toast.text}</span>
      {toast.onUndo ? (
        <>
          <svg className="secs" viewBox="0 0 22 22" aria-hidden="true">
            <circle cx="11" cy="11" r="8" />
          </svg>
          <Button look="quiet" small onPress={undo}>
            {parts.undo}
          </Button>
        </>
      ) : (
        <Button look="quiet" small onPress={onClose}>
          {parts.close}
        </Button>
      )}
    </div>
  );
}
